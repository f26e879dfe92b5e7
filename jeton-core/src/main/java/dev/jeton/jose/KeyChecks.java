package dev.jeton.jose;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.SettingsException;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdECPoint;
import java.util.Arrays;
import java.util.BitSet;

/** Whether a public key is one that its algorithm may use. */
final class KeyChecks {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int GREATEST_RSA_BITS = 8192;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65537);
    private static final BigInteger GREATEST_EXPONENT = BigInteger.ONE.shiftLeft(32);
    private static final int GREATEST_ROCA_PRIME = 167;

    /** The field of Ed25519 (RFC 8032 §5.1). */
    private static final BigInteger ED25519_PRIME =
            BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

    private KeyChecks() {}

    /** @throws SettingsException when the key is of another kind, or weak */
    static void check(JwsAlgorithm algorithm, PublicKey key) {
        switch (algorithm.family()) {
            case HMAC ->
                throw new SettingsException(
                        algorithm.jwsName()
                                + " takes a secret, not a key pair: name the algorithm of the pair, such as RS256, ES256 or EdDSA.");
            case RSA, RSA_PSS ->
                checkRsa(key instanceof RSAPublicKey rsa ? rsa : refuseKind(algorithm));
            case EC ->
                checkEc(algorithm, key instanceof ECPublicKey ec ? ec : refuseKind(algorithm));
            case ED25519 ->
                checkEd25519(key instanceof EdECPublicKey ed ? ed : refuseKind(algorithm));
        }
    }

    private static <K> K refuseKind(JwsAlgorithm algorithm) {
        throw new SettingsException(
                algorithm.jwsName() + " takes " + algorithm.family().keyNoun()
                        + ", and this is another kind: name the algorithm of this key.");
    }

    private static void checkRsa(RSAPublicKey key) {
        BigInteger modulus = key.getModulus();
        BigInteger exponent = key.getPublicExponent();
        int bits = modulus.bitLength();
        if (bits < LEAST_RSA_BITS || bits > GREATEST_RSA_BITS) {
            throw new SettingsException("The RSA key has " + bits + " bits, and from "
                    + LEAST_RSA_BITS + " to " + GREATEST_RSA_BITS
                    + " are accepted: make one with `openssl genrsa 3072`.");
        }
        boolean inRange = exponent.compareTo(LEAST_EXPONENT) >= 0
                && exponent.compareTo(GREATEST_EXPONENT) <= 0;
        if (!inRange || !exponent.testBit(0)) {
            throw new SettingsException(
                    "The RSA key's public exponent must be odd, at least 65537 and below 2^32:"
                            + " make a key with `openssl genrsa 3072`.");
        }
        if (!modulus.testBit(0) || isFromRoca(modulus)) {
            throw new SettingsException(
                    "The RSA key can be factored (CVE-2017-15361): retire it, and make one with"
                            + " `openssl genrsa 3072`.");
        }
    }

    /**
     * The fingerprint of CVE-2017-15361: the flawed library took primes that are a power of 65537 modulo many small
     * primes, so the modulus is one too.
     */
    private static boolean isFromRoca(BigInteger modulus) {
        for (int p = 3; p <= GREATEST_ROCA_PRIME; p += 2) {
            BigInteger prime = BigInteger.valueOf(p);
            if (prime.isProbablePrime(20)
                    && !powersOf65537(p).get(modulus.mod(prime).intValue())) {
                return false;
            }
        }
        return true;
    }

    private static BitSet powersOf65537(int prime) {
        BitSet powers = new BitSet(prime);
        for (int power = 1; !powers.get(power); power = power * (65537 % prime) % prime) {
            powers.set(power);
        }
        return powers;
    }

    private static void checkEc(JwsAlgorithm algorithm, ECPublicKey key) {
        EcCurve curve = algorithm.curve();
        if (!curve.isDescribedBy(key.getParams())) {
            throw new SettingsException(
                    algorithm.jwsName() + " takes a key on curve " + curve.jwkName()
                            + " (RFC 7518 §3.4), and this one is on another: name the algorithm of its curve.");
        }
        if (!curve.holds(key.getW())) {
            throw new SettingsException(
                    "The EC key's point is not on curve " + curve.jwkName() + ": make a new key.");
        }
    }

    private static void checkEd25519(EdECPublicKey key) {
        if (!key.getParams().getName().equals("Ed25519")) {
            throw new SettingsException("EdDSA takes an Ed25519 key here, and this is "
                    + key.getParams().getName()
                    + ": make one with `openssl genpkey -algorithm ed25519`.");
        }
        if (hasSmallOrder(key.getPoint())) {
            throw new SettingsException("The Ed25519 key verifies signatures that anyone can make:"
                    + " make one with `openssl genpkey -algorithm ed25519`.");
        }
    }

    /**
     * Whether the point's order divides 8, or y is not reduced. On −x² + y² = 1 + dx²y² that is y² = 1 (orders 1 and 2),
     * y = 0 (order 4), or x² = −y², hence dy⁴ + 2y² = 1 (order 8), with d = −121665/121666.
     */
    private static boolean hasSmallOrder(EdECPoint point) {
        BigInteger y = point.getY();
        BigInteger y2 = y.multiply(y).mod(ED25519_PRIME);
        BigInteger order8 = BigInteger.valueOf(121666)
                .multiply(y2.shiftLeft(1).subtract(BigInteger.ONE))
                .subtract(BigInteger.valueOf(121665).multiply(y2).multiply(y2));
        return y.compareTo(ED25519_PRIME) >= 0
                || y2.signum() == 0
                || y2.equals(BigInteger.ONE)
                || order8.mod(ED25519_PRIME).signum() == 0;
    }

    /** Has the method sign and verify once, which shows that its halves belong together. */
    static void tryOut(SignatureMethod method) {
        byte[] sample = new byte[32];
        boolean matches;
        try {
            byte[] signature = method.sign(sample);
            matches = method.holds(sample, sample.length, signature);
        } catch (IllegalStateException e) {
            throw new SettingsException("The private key cannot sign" + because(e.getCause())
                    + ": it must be the other half of the public key and of its kind.");
        }
        if (!matches) {
            throw new SettingsException("The private and the public key are not halves of one pair:"
                    + " write the public half anew with `openssl pkey -in private.pem -pubout`.");
        }
    }

    /** Has the method verify once, and sign where it can. */
    static void tryOut(SignatureMethod method, JwsAlgorithm algorithm, Provider provider) {
        byte[] sample = new byte[32];
        try {
            if (method.signs()) {
                tryOut(method);
            } else {
                byte[] any = new byte[method.signatureLength()];
                Arrays.fill(any, (byte) 1); // a zero would be refused before the provider is asked
                method.holds(sample, sample.length, any);
            }
        } catch (IllegalStateException | SettingsException | CheckUnavailableException e) {
            throw new SettingsException("The JCA provider " + provider.getName()
                    + " cannot use this key for " + algorithm.jwsName()
                    + ": take another provider for it, or leave it to the runtime's own.");
        }
    }

    private static String because(@Nullable Throwable cause) {
        return cause instanceof GeneralSecurityException
                ? " (" + cause.getClass().getSimpleName() + ")"
                : "";
    }
}
