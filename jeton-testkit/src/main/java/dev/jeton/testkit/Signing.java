package dev.jeton.testkit;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures of RFC 7518 §3 and RFC 8037 §3.1, straight from the JCA: nothing of the code under test is used. */
final class Signing {
    private Signing() {}

    static byte[] sign(String alg, Key key, byte[] input) {
        try {
            return alg.startsWith("HS")
                    ? mac(alg, key, input)
                    : signature(alg, (PrivateKey) key, input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    alg + " cannot sign with a key of " + key.getAlgorithm(), e);
        }
    }

    /** A secret as a key. HMAC fills keys up with zeros, so an empty one is that of a single zero. */
    static Key secret(byte[] secret) {
        return new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, "HMAC");
    }

    private static byte[] mac(String alg, Key key, byte[] input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA" + bits(alg));
        mac.init(key);
        return mac.doFinal(input);
    }

    private static byte[] signature(String alg, PrivateKey key, byte[] input)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(jcaName(alg));
        if (alg.startsWith("PS")) {
            String hash = "SHA-" + bits(alg);
            signature.setParameter(new PSSParameterSpec(
                    hash,
                    "MGF1",
                    new MGF1ParameterSpec(hash),
                    bits(alg) / 8,
                    PSSParameterSpec.TRAILER_FIELD_BC));
        }
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
    }

    private static String jcaName(String alg) {
        return switch (alg) {
            case "RS256", "RS384", "RS512" -> "SHA" + bits(alg) + "withRSA";
            case "PS256", "PS384", "PS512" -> "RSASSA-PSS";
            case "ES256", "ES384", "ES512" -> "SHA" + bits(alg) + "withECDSAinP1363Format";
            case "EdDSA" -> "Ed25519";
            default -> throw new IllegalArgumentException("unknown alg \"" + alg + "\"");
        };
    }

    private static int bits(String alg) {
        return switch (alg.substring(2)) {
            case "256" -> 256;
            case "384" -> 384;
            case "512" -> 512;
            default -> throw new IllegalArgumentException("unknown alg \"" + alg + "\"");
        };
    }
}
