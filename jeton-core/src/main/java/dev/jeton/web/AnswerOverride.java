package dev.jeton.web;

import org.jspecify.annotations.Nullable;

/** The application's own answer to a refusal. It may choose words, never the outcome. */
@FunctionalInterface
public interface AnswerOverride {
    /** The answer, or null for the usual one. */
    @Nullable
    Answer answer(Refusal refusal);
}
