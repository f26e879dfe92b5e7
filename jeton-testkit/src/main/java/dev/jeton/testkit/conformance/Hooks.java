package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/** What the callbacks of the application under test do. Null and empty mean that there is no such callback. */
record Hooks(
        @Nullable Revoked revoked,
        @Nullable Map<String, @Nullable Object> users,
        @Nullable String identityMember,
        @Nullable Map<String, @Nullable Object> claims,
        Map<String, Map<String, @Nullable Object>> claimsFor,
        @Nullable Map<String, @Nullable Object> headers,
        @Nullable RequiredClaim requireClaim,
        Map<String, OwnAnswer> answers,
        Map<String, String> encodeKeyFor,
        Map<String, String> decodeKeyForKid,
        boolean implicitRefresh) {

    /** The tokens that are revoked: all of them, or those of the list. */
    record Revoked(boolean all, Set<String> jtis) {
        boolean holds(@Nullable String jti) {
            return all || (jti != null && jtis.contains(jti));
        }
    }

    /** The claim, and its value, without which the custom verification fails. */
    record RequiredClaim(String name, @Nullable Object value) {}

    /** An answer that the application puts in the place of the library's. */
    record OwnAnswer(int status, @Nullable Object json) {}
}
