package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/** The callbacks of a case as an application would write them, over Java's own values. */
final class Callbacks {
    private final Hooks hooks;
    private final Keys keys;

    Callbacks(Hooks hooks, Keys keys) {
        this.hooks = hooks;
        this.keys = keys;
    }

    Hooks hooks() {
        return hooks;
    }

    /** The identity that a token carries: a member of the application's object, or the object itself. */
    @Nullable
    Object identity(@Nullable Object given) {
        String member = hooks.identityMember();
        return member != null && given instanceof Map<?, ?> object ? object.get(member) : given;
    }

    /** The user of an identity, or null for one that is unknown. */
    @Nullable
    Object user(@Nullable Object identity) {
        Map<String, @Nullable Object> users = hooks.users();
        return users != null && identity instanceof String name
                ? Json.plain(users.get(name))
                : null;
    }

    boolean isRevoked(@Nullable Object jti) {
        Hooks.Revoked revoked = hooks.revoked();
        return revoked != null && revoked.holds(jti instanceof String text ? text : null);
    }

    /** Whether the custom verification passes, given the claims that it looks at. */
    boolean accepts(@Nullable Object claims) {
        Hooks.RequiredClaim required = hooks.requireClaim();
        return required == null
                || (claims instanceof Map<?, ?> map
                        && map.containsKey(required.name())
                        && isSame(map.get(required.name()), Json.plain(required.value())));
    }

    boolean addsClaims() {
        return hooks.claims() != null || !hooks.claimsFor().isEmpty();
    }

    /** Additional claims: those of the identity before those for all. */
    Map<String, @Nullable Object> claims(@Nullable Object given) {
        Map<String, @Nullable Object> own = listed(hooks.claimsFor(), given);
        Map<String, @Nullable Object> all = hooks.claims();
        return own != null ? Json.plainObject(own) : all != null ? Json.plainObject(all) : Map.of();
    }

    /** Additional JOSE header parameters. */
    Map<String, @Nullable Object> headers() {
        Map<String, @Nullable Object> headers = hooks.headers();
        return headers == null ? Map.of() : Json.plainObject(headers);
    }

    /** The text of the key that signs an identity's tokens, or null for the configured one. */
    @Nullable
    String signingKey(@Nullable Object given) {
        String key = listed(hooks.encodeKeyFor(), given);
        return key == null ? null : keys.signing(key);
    }

    /** The text of the key that verifies tokens with this kid, or null for the configured one. */
    @Nullable
    String verifyingKey(@Nullable String kid) {
        String key = kid == null ? null : hooks.decodeKeyForKid().get(kid);
        return key == null ? null : keys.verifying(key);
    }

    /** What a hook lists for an identity; identities that are no text are in no list. */
    private <T> @Nullable T listed(Map<String, T> byIdentity, @Nullable Object given) {
        return identity(given) instanceof String name ? byIdentity.get(name) : null;
    }

    /** Equality in which numbers compare by value. */
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one instanceof Number && other instanceof Number
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : Objects.equals(one, other);
    }
}
