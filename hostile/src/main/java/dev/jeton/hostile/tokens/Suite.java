package dev.jeton.hostile.tokens;

import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One algorithm, the key of everybody and a stranger's key. Keys are drawn from a seed. */
final class Suite {
    private static final int SECRET_BYTES = 64;

    private final JwsAlgorithm algorithm;
    private final byte[] secret;
    private final @Nullable KeyPair pair;
    private final @Nullable KeyPair strangers;

    private Suite(JwsAlgorithm algorithm, long seed) throws GeneralSecurityException {
        this.algorithm = algorithm;
        this.secret = new byte[SECRET_BYTES];
        new Random(seed).nextBytes(secret);
        this.pair = isHmac() ? null : pair(seed);
        this.strangers = isHmac() ? null : pair(seed + 1);
    }

    /** The four that are compared, the cheap ones more often. */
    static List<Suite> weighted(long seed) {
        List<Suite> suites = new ArrayList<>();
        try {
            add(suites, 17, new Suite(JwsAlgorithm.HS256, seed));
            add(suites, 1, new Suite(JwsAlgorithm.ES256, seed));
            add(suites, 1, new Suite(JwsAlgorithm.EDDSA, seed));
            add(suites, 1, new Suite(JwsAlgorithm.RS256, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK without the algorithms of RFC 7518", e);
        }
        return suites;
    }

    private static void add(List<Suite> suites, int weight, Suite suite) {
        for (int i = 0; i < weight; i++) {
            suites.add(suite);
        }
    }

    private KeyPair pair(long seed) throws GeneralSecurityException {
        SecureRandom drawn = SecureRandom.getInstance("SHA1PRNG");
        drawn.setSeed(seed);
        AlgorithmParameterSpec parameters = switch (algorithm) {
            case RS256 -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
            case ES256 -> new ECGenParameterSpec("secp256r1");
            default -> NamedParameterSpec.ED25519;
        };
        String family = switch (algorithm) {
            case RS256 -> "RSA";
            case ES256 -> "EC";
            default -> "Ed25519";
        };
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
        generator.initialize(parameters, drawn);
        return generator.generateKeyPair();
    }

    JwsAlgorithm algorithm() {
        return algorithm;
    }

    boolean isHmac() {
        return algorithm == JwsAlgorithm.HS256;
    }

    JwsKey jetonKey() {
        JwsKey key = isHmac()
                ? JwsKey.ofSecret(algorithm, secret)
                : JwsKey.ofPublic(algorithm, publicKey());
        return key.withKid(Draft.KID);
    }

    /** The secret, or the public key. */
    Key verificationKey() {
        return isHmac() ? new SecretKeySpec(secret, "HmacSHA256") : publicKey();
    }

    PublicKey publicKey() {
        return java.util.Objects.requireNonNull(pair).getPublic();
    }

    Signer signer() {
        return signer(algorithm.jwsName());
    }

    /** Signs with another algorithm of the same family, where the key can. */
    Signer signer(String alg) {
        return isHmac() ? mac(alg, secret) : signature(alg, java.util.Objects.requireNonNull(pair));
    }

    /** Signs as it should, with a key that nobody trusts. */
    Signer strangersSigner() {
        byte[] other = secret.clone();
        other[0] ^= 1;
        return isHmac()
                ? mac("HS256", other)
                : signature(algorithm.jwsName(), java.util.Objects.requireNonNull(strangers));
    }

    /** HMAC with what everybody knows in place of the secret. */
    Signer macOfPublicKey() {
        return mac("HS256", isHmac() ? new byte[SECRET_BYTES] : publicKey().getEncoded());
    }

    private static Signer mac(String alg, byte[] key) {
        return input -> {
            try {
                String name = "HmacSHA" + alg.substring(2);
                Mac mac = Mac.getInstance(name);
                mac.init(new SecretKeySpec(key, name));
                return mac.doFinal(input);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Signer signature(String alg, KeyPair pair) {
        return input -> {
            try {
                Signature signature = jca(alg);
                signature.initSign(pair.getPrivate());
                signature.update(input);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Signature jca(String alg) throws GeneralSecurityException {
        String bits = alg.substring(2);
        if (alg.startsWith("PS")) {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            String hash = "SHA-" + bits;
            signature.setParameter(new PSSParameterSpec(
                    hash, "MGF1", new MGF1ParameterSpec(hash), Integer.parseInt(bits) / 8, 1));
            return signature;
        }
        return Signature.getInstance(
                switch (alg) {
                    case "EdDSA" -> "Ed25519";
                    case "ES256" -> "SHA256withECDSAinP1363Format";
                    default -> "SHA" + bits + "withRSA";
                });
    }
}
