package dev.jeton.hostile.fuzz;

import com.fasterxml.jackson.databind.JsonNode;

import dev.jeton.failure.SettingsException;
import dev.jeton.hostile.json.Databind;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A ring of the JWKs that stand on the lines of the input: the set that it publishes is JSON, each key of it once, and public. */
final class JwkSetTarget implements Target<Object> {
    @Override
    public Object call(byte[] input) {
        List<JwsKey> keys = new ArrayList<>();
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n", -1)) {
            if (JwkTarget.read(line) instanceof JwsKey key) {
                keys.add(key);
            }
        }
        try {
            KeyRing ring = KeyRing.verifyingOnly(keys.toArray(JwsKey[]::new));
            ring.toPublicJwkSet();
            return ring;
        } catch (SettingsException refused) {
            return keys;
        }
    }

    @Override
    public Limit limit() {
        return Limit.OF_A_KEY;
    }

    @Override
    public void judge(byte[] input, Object result) {
        if (result instanceof KeyRing ring) {
            judgeRing(ring);
            return;
        }
        List<?> keys = (List<?>) result;
        Set<Object> kids = new HashSet<>();
        keys.forEach(key -> kids.add(Objects.requireNonNull(((JwsKey) key).kid())));
        Property.holds(kids.size() < keys.size(), "keys of different kids make a ring");
    }

    private static void judgeRing(KeyRing ring) {
        JsonNode set = Objects.requireNonNull(
                Databind.read(ring.toPublicJwkSet().getBytes(StandardCharsets.UTF_8)));
        List<JwsKey> pairs = ring.keys().stream()
                .filter(key -> !key.algorithm().jwsName().startsWith("HS"))
                .toList();
        Property.holds(set.path("keys").size() == pairs.size(), "each pair is published once");
        for (int i = 0; i < pairs.size(); i++) {
            JwkTarget.judgePublished(set.path("keys").path(i), pairs.get(i));
        }
    }
}
