package dev.jeton.jose;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.internal.Pool;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;

/** RSASSA-PKCS1-v1_5, RSASSA-PSS, ECDSA (RFC 7518 §3.3 to §3.5) and Ed25519 (RFC 8037 §3.1). */
final class PairMethod implements SignatureMethod {
    private final JwsAlgorithm algorithm;
    private final PublicKey publicKey;
    private final @Nullable PrivateKey privateKey;
    private final int signatureLength;
    private final byte @Nullable [] ecOrder;
    private final Jca jca;
    private final Pool<Signature> verifiers = new Pool<>(this::newVerifier);
    private final Pool<Signature> signers = new Pool<>(this::newSigner);

    PairMethod(JwsAlgorithm algorithm, PublicKey publicKey, @Nullable PrivateKey privateKey) {
        this(algorithm, publicKey, privateKey, Jca.RUNTIME);
    }

    private PairMethod(
            JwsAlgorithm algorithm, PublicKey publicKey, @Nullable PrivateKey privateKey, Jca jca) {
        this.algorithm = algorithm;
        this.publicKey = jca.adapted(publicKey);
        this.privateKey = privateKey == null ? null : jca.adapted(privateKey);
        this.jca = jca;
        this.signatureLength = signatureLength(algorithm, publicKey);
        this.ecOrder = algorithm.family() == JwsAlgorithm.Family.EC
                ? UnsignedBytes.of(algorithm.curve().parameters().getOrder(), signatureLength / 2)
                : null;
    }

    @Override
    public SignatureMethod by(Jca other) {
        return new PairMethod(algorithm, publicKey, privateKey, other);
    }

    @Override
    public boolean signs() {
        return privateKey != null;
    }

    @Override
    public int signatureLength() {
        return signatureLength;
    }

    @Override
    public byte[] sign(byte[] token, int end) {
        Signature signer = signers.take();
        try {
            signer.update(token, 0, end);
            byte[] signature = signer.sign();
            signers.giveBack(signer);
            return signature;
        } catch (SignatureException | ProviderException e) {
            throw new IllegalStateException("signing with " + algorithm.jwsName() + " failed", e);
        }
    }

    @Override
    public boolean verify(byte[] token, int end, byte[] signature) {
        if (ecOrder != null && !scalarsInRange(signature, ecOrder)) {
            return false;
        }
        Signature verifier = verifiers.take();
        try {
            verifier.update(token, 0, end);
            boolean holds = verifier.verify(signature);
            verifiers.giveBack(verifier);
            return holds;
        } catch (SignatureException e) {
            return false; // what providers throw for a signature that they cannot read
        } catch (ProviderException e) {
            throw new CheckUnavailableException(
                    "the JCA provider cannot verify " + algorithm.jwsName(), e);
        }
    }

    /** Whether r and s lie in [1, n-1] (FIPS 186-5 §6.4.2), which runtimes before CVE-2022-21449 was mended do not ask. */
    private static boolean scalarsInRange(byte[] signature, byte[] order) {
        int half = order.length;
        return inRange(signature, 0, half, order) && inRange(signature, half, 2 * half, order);
    }

    private static boolean inRange(byte[] signature, int from, int to, byte[] order) {
        boolean zero = new BigInteger(1, signature, from, to - from).signum() == 0;
        return !zero && Arrays.compareUnsigned(signature, from, to, order, 0, order.length) < 0;
    }

    private static int signatureLength(JwsAlgorithm algorithm, PublicKey key) {
        return switch (algorithm.family()) {
            case RSA, RSA_PSS -> (((RSAPublicKey) key).getModulus().bitLength() + 7) / 8;
            case EC -> 2 * algorithm.curve().coordinateBytes();
            case ED25519 -> 64;
            case HMAC -> throw new IllegalStateException("a secret is no pair");
        };
    }

    private Signature newVerifier() {
        try {
            Signature signature = newSignature();
            signature.initVerify(publicKey);
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this Java runtime cannot verify " + algorithm.jwsName(), e);
        }
    }

    private Signature newSigner() {
        try {
            Signature signature = newSignature();
            signature.initSign(privateKey);
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this Java runtime cannot sign " + algorithm.jwsName(), e);
        }
    }

    private Signature newSignature()
            throws NoSuchAlgorithmException, InvalidAlgorithmParameterException {
        if (algorithm.family() != JwsAlgorithm.Family.RSA_PSS) {
            return jca.signature(algorithm.jcaName());
        }
        String hash = algorithm.jcaName();
        Signature signature = jca.signature("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec(
                hash,
                "MGF1",
                new MGF1ParameterSpec(hash),
                algorithm.hashBytes(),
                PSSParameterSpec.TRAILER_FIELD_BC));
        return signature;
    }
}
