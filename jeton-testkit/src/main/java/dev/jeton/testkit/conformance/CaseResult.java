package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

/** How a case ended: the line of the report. */
record CaseResult(Kind kind, String id, String text) {

    /** Passed, failed, or failed as the list of deviations says it must. */
    enum Kind {
        PASS,
        FAIL,
        DEVIATION
    }

    /** A difference; {@code excusable} says whether a listed deviation may stand for it. */
    record Difference(String text, boolean excusable) {}

    static CaseResult of(String id, @Nullable Difference difference, Deviations deviations) {
        String reason = deviations.reason(id);
        if (difference == null) {
            return reason != null && deviations.areStrict()
                    ? new CaseResult(Kind.FAIL, id, "stale deviation, it passes: " + reason)
                    : new CaseResult(Kind.PASS, id, "");
        }
        return reason != null && difference.excusable()
                ? new CaseResult(Kind.DEVIATION, id, reason)
                : new CaseResult(Kind.FAIL, id, difference.text());
    }

    @Override
    public String toString() {
        return kind + " " + id + (text.isEmpty() ? "" : ": " + text.replaceAll("\\s+", " "));
    }
}
