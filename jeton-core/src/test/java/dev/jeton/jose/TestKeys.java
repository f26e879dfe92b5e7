package dev.jeton.jose;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.EnumMap;
import java.util.Map;

/** One key for each algorithm, made once for all tests. */
final class TestKeys {
    static final byte[] SECRET = countingBytes(64);

    private static final KeyPair RSA = generated("RSA", 2048);
    private static final Map<JwsAlgorithm, KeyPair> PAIRS = pairs();

    private TestKeys() {}

    static JwsKey of(JwsAlgorithm algorithm) {
        return algorithm.family() == JwsAlgorithm.Family.HMAC
                ? JwsKey.ofSecret(algorithm, SECRET)
                : JwsKey.ofPair(
                        algorithm, pair(algorithm).getPrivate(), pair(algorithm).getPublic());
    }

    static JwsKey publicOf(JwsAlgorithm algorithm) {
        return JwsKey.ofPublic(algorithm, pair(algorithm).getPublic());
    }

    static KeyPair pair(JwsAlgorithm algorithm) {
        return PAIRS.get(algorithm);
    }

    static KeyPair generated(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static KeyPair generatedOnCurve(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] countingBytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static Map<JwsAlgorithm, KeyPair> pairs() {
        Map<JwsAlgorithm, KeyPair> pairs = new EnumMap<>(JwsAlgorithm.class);
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            switch (algorithm.family()) {
                case RSA, RSA_PSS -> pairs.put(algorithm, RSA);
                case EC ->
                    pairs.put(
                            algorithm,
                            generated(
                                    "EC",
                                    Integer.parseInt(algorithm.curve().jwkName().substring(2))));
                case ED25519 -> pairs.put(algorithm, generated("Ed25519", 255));
                case HMAC -> {}
            }
        }
        return pairs;
    }
}
