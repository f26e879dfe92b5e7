package dev.jeton.testkit.attack;

import java.util.function.Supplier;

/** One token of one row of the attack catalogue. It is made anew each time, for it may be large, and may be random. */
public final class HostileToken {
    /** What the route wants that the token is sent to. */
    public enum Route {
        /** An access token. */
        ACCESS,
        /** A refresh token. */
        REFRESH,
        /** A fresh access token. */
        FRESH
    }

    /** What must come of it. */
    public enum Verdict {
        /** The token is good, and must go on being so. */
        ACCEPTED,
        /** 401, {@code token_invalid}. */
        INVALID,
        /** 401, {@code token_expired}. */
        EXPIRED,
        /** 401, {@code token_type_refused}. */
        WRONG_TYPE,
        /** 401, {@code fresh_token_required}. */
        NOT_FRESH
    }

    private final String row;
    private final String label;
    private final Route route;
    private final Verdict verdict;
    private final Supplier<String> token;

    HostileToken(String row, String label, Route route, Verdict verdict, Supplier<String> token) {
        this.row = row;
        this.label = label;
        this.route = route;
        this.verdict = verdict;
        this.token = token;
    }

    /** The row of the catalogue, such as {@code SIG-04}. */
    public String row() {
        return row;
    }

    /** What is hostile about it; holds nothing of the token. */
    public String label() {
        return label;
    }

    /** Where it is sent. */
    public Route route() {
        return route;
    }

    /** What must come of it. */
    public Verdict verdict() {
        return verdict;
    }

    /** The token. */
    public String token() {
        return token.get();
    }

    /**
     * Whether it can stand in a header field as it is (RFC 9110 §5.5): visible ASCII, at most 7,000 characters, for
     * servers bound the whole head at 8 KiB.
     */
    public boolean fitsAHeader() {
        String text = token();
        return !text.isEmpty()
                && text.length() <= 7_000
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Row and label, as a test's name. */
    @Override
    public String toString() {
        return row + ": " + label;
    }
}
