package dev.jeton.testkit.conformance;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The key pairs of {@code keys.json}, named by {@code @name}. Any other text is a secret and stands for itself. */
final class Keys {
    private static final String PUBLIC_HALF = ".public";

    private final Map<String, Pair> pairs;

    private Keys(Map<String, Pair> pairs) {
        this.pairs = pairs;
    }

    private record Pair(String privatePem, String publicPem) {}

    static Keys parse(String text) {
        Map<String, Pair> pairs = new HashMap<>();
        Members.object(Json.parse(text), "keys.json").forEach((name, value) -> {
            Members pair = Members.of(value, "keys.json " + name);
            pairs.put(name, new Pair(pair.text("private"), pair.text("public")));
            pair.end();
        });
        return new Keys(pairs);
    }

    /** The text of a key where one signs: a secret, the private half's PEM, or a public half used as a secret. */
    String signing(String key) {
        if (!key.startsWith("@")) {
            return key;
        }
        return key.endsWith(PUBLIC_HALF)
                ? pair(key.substring(0, key.length() - PUBLIC_HALF.length())).publicPem()
                : pair(key).privatePem();
    }

    /** The text of a key where one verifies. */
    String verifying(String key) {
        return !key.startsWith("@") || key.endsWith(PUBLIC_HALF)
                ? signing(key)
                : pair(key).publicPem();
    }

    /** The private half of a pair, for {@code alg}. */
    PrivateKey privateKey(String key, String alg) {
        String base64 = signing(key).replaceAll("-----[A-Z ]+-----|\\s", "");
        String kind = alg.startsWith("ES") ? "EC" : alg.equals("EdDSA") ? "Ed25519" : "RSA";
        try {
            return KeyFactory.getInstance(kind)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new NotUnderstoodException(
                    "\"" + key.split("\\s", 2)[0] + "\" names no private key for " + alg);
        }
    }

    private Pair pair(String name) {
        Pair pair = pairs.get(name);
        if (pair == null) {
            throw new NotUnderstoodException("unknown key \"" + name + "\"");
        }
        return pair;
    }
}
