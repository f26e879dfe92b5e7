package dev.jeton.web.wire;

import dev.jeton.failure.Reason;

import org.jspecify.annotations.Nullable;

/** What one location of a request holds. */
public sealed interface Found {
    /**
     * A token, not yet looked at.
     *
     * @param csrf the double-submit value that came with it, or null
     * @param csrfNeeded whether the request must repeat the value inside the token
     */
    record Token(String text, @Nullable String csrf, boolean csrfNeeded) implements Found {
        /** A token that needs no double-submit value. */
        public static Token of(String text) {
            return new Token(text, null, false);
        }

        /** Without the token's text. */
        @Override
        public String toString() {
            return "Token[csrfNeeded=" + csrfNeeded + "]";
        }
    }

    /** No token; the next location is tried. The note is for answers that list what was missing where. */
    record Absent(String note) implements Found {}

    /** Something that stops the search: ambiguous, unreadable, or without its double-submit value. */
    record Refused(Reason reason, String note) implements Found {}
}
