package dev.jeton.testkit.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;

/**
 * What must become of a request.
 *
 * @param challenge the error of the challenge, "" for a challenge without one, null for no challenge
 * @param code the public code of the body, null where the handler runs
 * @param subject who the handler runs for, "" for nobody, null where it must not run
 * @param asks whether stores and callbacks are asked
 */
record Ruling(
        int status,
        @Nullable String challenge,
        @Nullable String code,
        @Nullable String subject,
        boolean asks) {
    /** T401 of the catalogue: one answer for whatever is wrong with a token. */
    static final Ruling T401 = refused(401, "invalid_token", "token_invalid");

    static final Ruling EXPIRED = refused(401, "invalid_token", "token_expired");
    static final Ruling WRONG_TYPE = refused(401, "invalid_token", "token_type_refused");
    static final Ruling REVOKED = refused(401, "invalid_token", "token_revoked").asking();
    static final Ruling MISSING = refused(401, "", "token_missing");
    static final Ruling STALE =
            refused(401, "insufficient_user_authentication", "fresh_token_required");

    /** Q400 of the catalogue. */
    static final Ruling Q400 = refused(400, "invalid_request", "request_invalid");

    /** C403 of the catalogue. */
    static final Ruling CSRF_MISSING = refused(403, null, "csrf_missing");

    static final Ruling CSRF_MISMATCH = refused(403, null, "csrf_mismatch");
    static final Ruling ORIGIN = refused(403, null, "origin_refused");

    /** S503 of the catalogue. */
    static final Ruling S503 = refused(503, null, "unavailable").asking();

    static final Ruling ERROR = refused(500, null, "error").asking();
    static final Ruling ALICE = new Ruling(200, null, null, "alice", true);
    static final Ruling BOB = new Ruling(200, null, null, "bob", true);

    /** Whoever the token names. */
    static final Ruling SOMEBODY = new Ruling(200, null, null, "mallory", true);

    /** One of T401 and Q400, or absence: whichever, it is the core's word. */
    static final Ruling REFUSED = refused(0, null, "");

    static final Ruling ANONYMOUS = new Ruling(200, null, null, "", false);

    private static Ruling refused(int status, @Nullable String challenge, String code) {
        return new Ruling(status, challenge, code, null, false);
    }

    private Ruling asking() {
        return new Ruling(status, challenge, code, subject, true);
    }

    boolean runs() {
        return subject != null;
    }

    void check(RawAnswer answer, boolean toHead) {
        if (status == 0) {
            assertTrue(answer.status() == 400 || answer.status() == 401, answer::toString);
            return;
        }
        assertEquals(status, answer.status(), "status");
        String field = answer.value("WWW-Authenticate");
        if (challenge == null) {
            assertEquals("", field, "WWW-Authenticate");
        } else if (challenge.isEmpty()) {
            assertEquals("Bearer", field, "WWW-Authenticate");
        } else {
            assertTrue(
                    field.startsWith("Bearer error=\"" + challenge + "\""),
                    "WWW-Authenticate is " + field);
        }
        if (!toHead) {
            String member =
                    runs() ? "\"subject\":\"" + subject + "\"" : "\"code\":\"" + code + "\"";
            assertTrue(
                    answer.text().contains(member), () -> member + " is not in " + answer.text());
        }
    }
}
