package dev.jeton.jose;

import dev.jeton.failure.Reason;
import dev.jeton.failure.SettingsException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of one moment: at most one signs, all verify. Immutable; a successor has the next generation. */
public final class KeyRing {
    private final long generation;
    private final @Nullable JwsKey signing;
    private final List<JwsKey> keys;
    private final Map<String, JwsKey> byKid = new HashMap<>();
    private final Map<JwsAlgorithm, JwsKey> unnamed = new EnumMap<>(JwsAlgorithm.class);
    private final Map<JwsAlgorithm, JwsKey> forTokensWithoutKid = new EnumMap<>(JwsAlgorithm.class);
    private final Map<JwsAlgorithm, Integer> counts = new EnumMap<>(JwsAlgorithm.class);

    private KeyRing(long generation, @Nullable JwsKey signing, List<JwsKey> keys) {
        this.generation = generation;
        this.signing = signing;
        this.keys = List.copyOf(keys);
        List<String> problems = new ArrayList<>();
        keys.forEach(key -> index(key, problems));
        keys.forEach(this::indexOnlyKeyOfItsAlgorithm);
        if (signing != null && !signing.signs()) {
            problems.add("The signing key " + signing
                    + " only verifies: give its private half or its secret.");
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private void index(JwsKey key, List<String> problems) {
        JwsAlgorithm algorithm = key.algorithm();
        counts.merge(algorithm, 1, Integer::sum);
        String kid = key.kid();
        if (kid == null) {
            if (unnamed.put(algorithm, key) != null) {
                problems.add(
                        "Two keys for " + algorithm.jwsName()
                                + " have no kid, so neither can be told from the other: give one a name with withKid(…).");
            }
        } else if (byKid.put(kid, key) != null) {
            problems.add("Two keys have the kid \"" + kid
                    + "\": give one another name with withKid(…).");
        }
        if (key.isForTokensWithoutKid() && forTokensWithoutKid.put(algorithm, key) != null) {
            problems.add("Two keys for " + algorithm.jwsName()
                    + " are to accept tokens without a kid: mark one only.");
        }
    }

    private void indexOnlyKeyOfItsAlgorithm(JwsKey key) {
        if (Integer.valueOf(1).equals(counts.get(key.algorithm()))) {
            forTokensWithoutKid.put(key.algorithm(), key);
        }
    }

    /**
     * A ring of generation 1 whose first key signs and verifies.
     *
     * @throws SettingsException when the first cannot sign, or two keys answer to the same tokens
     */
    public static KeyRing of(JwsKey signing, JwsKey... verifying) {
        return new KeyRing(1, signing, joined(signing, verifying));
    }

    /** A ring of generation 1 that signs nothing. */
    public static KeyRing verifyingOnly(JwsKey... keys) {
        return new KeyRing(1, null, List.of(keys));
    }

    /** The ring that follows this one. */
    public KeyRing next(JwsKey signing, JwsKey... verifying) {
        return new KeyRing(generation + 1, signing, joined(signing, verifying));
    }

    private static List<JwsKey> joined(JwsKey signing, JwsKey[] verifying) {
        List<JwsKey> keys = new ArrayList<>(List.of(signing));
        keys.addAll(List.of(verifying));
        return keys;
    }

    /** Grows by one with each {@link #next}. */
    public long generation() {
        return generation;
    }

    public Optional<JwsKey> signingKey() {
        return Optional.ofNullable(signing);
    }

    /** All keys, the signing one first. */
    public List<JwsKey> keys() {
        return keys;
    }

    /** The JWK Set (RFC 7517 §5) of the public halves, as JSON; secrets are never in it. */
    public String toPublicJwkSet() {
        List<Object> published = new ArrayList<>();
        for (JwsKey key : keys) {
            Map<String, Object> material = key.publicMembers();
            if (material != null) {
                Map<String, Object> members = new TreeMap<>(material);
                members.put("use", "sig");
                members.put("alg", key.algorithm().jwsName());
                if (key.kid() != null) {
                    members.put("kid", key.kid());
                }
                published.add(members);
            }
        }
        return new String(Json.write(Map.of("keys", published)), StandardCharsets.UTF_8);
    }

    /**
     * The one key for these header parameters; keys are never tried in turn (RFC 8725 §3.1).
     *
     * @throws TokenRejectedException when no key has the algorithm, or none has the kid
     */
    JwsKey find(JwsAlgorithm algorithm, @Nullable String kid) {
        JwsKey named = kid == null ? forTokensWithoutKid.get(algorithm) : byKid.get(kid);
        if (named != null && named.algorithm() == algorithm) {
            return named;
        }
        JwsKey nameless = unnamed.get(algorithm);
        if (nameless != null) {
            return nameless;
        }
        boolean otherAlgorithm = named != null || !counts.containsKey(algorithm);
        throw new TokenRejectedException(
                otherAlgorithm ? Reason.ALGORITHM_REFUSED : Reason.KEY_UNKNOWN);
    }
}
