package dev.jeton.hostile.fuzz;

import com.fasterxml.jackson.databind.JsonNode;

import dev.jeton.failure.SettingsException;
import dev.jeton.hostile.json.Databind;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A JSON Web Key: read or refused with advice, its secrets in no message, its public half read again as the same. */
final class JwkTarget implements Target<Object> {
    static final List<String> SECRETS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private static final int RECOGNISABLE = 12;

    @Override
    public Object call(byte[] input) {
        return read(text(input));
    }

    static Object read(String jwk) {
        try {
            return JwsKey.ofJwk(jwk);
        } catch (SettingsException refused) {
            return refused;
        }
    }

    @Override
    public Limit limit() {
        return Limit.OF_A_KEY;
    }

    @Override
    public void judge(byte[] input, Object result) {
        JsonNode jwk = Databind.read(text(input).getBytes(StandardCharsets.UTF_8));
        if (result instanceof JwsKey key) {
            Property.holds(jwk != null && jwk.isObject(), "a JWK is JSON");
            judgeKey(Objects.requireNonNull(jwk), key);
        } else if (jwk != null) {
            keepsSecrets(jwk, String.valueOf(((SettingsException) result).getMessage()));
        }
    }

    private static void judgeKey(JsonNode jwk, JwsKey key) {
        Property.holds(
                key.algorithm().jwsName().equals(jwk.path("alg").textValue()),
                "the algorithm is the document's");
        keepsSecrets(jwk, key.toString());
        String set = KeyRing.verifyingOnly(key).toPublicJwkSet();
        JsonNode published =
                Objects.requireNonNull(Databind.read(set.getBytes(StandardCharsets.UTF_8)));
        boolean secret = Set.of(JwsAlgorithm.HS256, JwsAlgorithm.HS384, JwsAlgorithm.HS512)
                .contains(key.algorithm());
        Property.holds(published.path("keys").size() == (secret ? 0 : 1), "secrets stay here");
        published.path("keys").forEach(again -> judgePublished(again, key));
    }

    /** A published key holds nothing private, and is the same key. */
    static void judgePublished(JsonNode published, JwsKey key) {
        Property.holds(SECRETS.stream().noneMatch(published::has), "nothing private is published");
        JwsKey again = JwsKey.ofJwk(published.toString());
        Property.holds(!again.signs(), "a published key signs nothing");
        Property.holds(Objects.equals(again.kid(), key.kid()), "it has the same kid");
        Property.holds(again.algorithm() == key.algorithm(), "it has the same algorithm");
        Property.holds(
                KeyRing.verifyingOnly(again)
                        .toPublicJwkSet()
                        .equals(KeyRing.verifyingOnly(key).toPublicJwkSet()),
                "it is published as the same");
    }

    /** A secret that its owner has put into the key's name too is public by his will. */
    static void keepsSecrets(JsonNode jwk, String message) {
        String kid = jwk.path("kid").asText("");
        for (String name : SECRETS) {
            String secret = jwk.path(name).asText("");
            Property.holds(
                    secret.length() < RECOGNISABLE
                            || kid.contains(secret)
                            || !message.contains(secret),
                    "no message holds a secret");
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
