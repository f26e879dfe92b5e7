package dev.jeton.compat;

import org.jspecify.annotations.Nullable;

/**
 * A refusal in a predecessor's words.
 *
 * @param kind the cause by which the application can answer in its own way, or null where it cannot
 * @param type the name of the library's exception
 */
record Problem(@Nullable AnswerKind kind, int status, String type, String text) {
    /** A problem answered with the usual status of its kind. */
    static Problem of(AnswerKind kind, String text) {
        return new Problem(kind, kind.status(), "", text);
    }
}
