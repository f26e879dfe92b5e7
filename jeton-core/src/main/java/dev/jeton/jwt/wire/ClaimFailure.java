package dev.jeton.jwt.wire;

import dev.jeton.failure.Reason;

/** One claim check that failed on a token whose signature holds. */
public record ClaimFailure(Reason reason, String claim, Kind kind) {
    /** What is wrong with the claim. */
    public enum Kind {
        MISSING,
        MISTYPED,
        /** Out of range, or in contradiction to another claim. */
        OUT_OF_RANGE,
        /** A time that has passed. */
        PAST,
        /** A time that is yet to come. */
        FUTURE,
        /** Not the value that is wanted. */
        MISMATCH,
        /** Present, though none is expected. */
        UNEXPECTED
    }
}
