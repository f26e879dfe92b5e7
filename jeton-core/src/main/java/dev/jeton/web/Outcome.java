package dev.jeton.web;

import dev.jeton.jwt.VerifiedJwt;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What became of a request: one of {@link Authenticated}, {@link Anonymous}, {@link Unchecked} and {@link Denied}. The first three
 * go on to the handler.
 */
public abstract sealed class Outcome {
    /** Nothing is added. */
    static final Completion NOTHING = (outcome, status, cookiesSet) -> List.of();

    private final List<HttpHeader> headers;
    private final Completion completion;

    private Outcome(List<HttpHeader> headers, Completion completion) {
        this.headers = headers;
        this.completion = completion;
    }

    /** The fields to add to the answer at once. */
    public List<HttpHeader> headers() {
        return headers;
    }

    /**
     * The fields to add just before the answer is sent; adapters call it once for each answer, of unprotected routes too.
     *
     * @param status the answer's status
     * @param cookiesSet the names of the cookies that the answer sets or clears
     */
    public List<HttpHeader> beforeCommit(int status, Set<String> cookiesSet) {
        return completion.headers(this, status, cookiesSet);
    }

    /** Whether {@link #beforeCommit} adds nothing, whatever the answer. */
    public boolean addsNothing() {
        return completion == NOTHING;
    }

    /** What is added when the answer is complete. */
    @FunctionalInterface
    interface Completion {
        List<HttpHeader> headers(Outcome outcome, int status, Set<String> cookiesSet);
    }

    /** A good token. */
    public static final class Authenticated extends Outcome {
        private final VerifiedJwt jwt;
        private final Location location;
        private final @Nullable Object user;

        Authenticated(
                VerifiedJwt jwt,
                Location location,
                @Nullable Object user,
                List<HttpHeader> headers,
                Completion completion) {
            super(headers, completion);
            this.jwt = jwt;
            this.location = location;
            this.user = user;
        }

        public VerifiedJwt jwt() {
            return jwt;
        }

        /** Where the token stood. */
        public Location location() {
            return location;
        }

        /** What the user lookup found; null when there is none configured. */
        public @Nullable Object user() {
            return user;
        }
    }

    /** No token, where none is required. */
    public static final class Anonymous extends Outcome {
        Anonymous(List<HttpHeader> headers, Completion completion) {
            super(headers, completion);
        }
    }

    /** Nothing was looked at: a CORS preflight, or an unprotected route. */
    public static final class Unchecked extends Outcome {
        Unchecked(Completion completion) {
            super(List.of(), completion);
        }
    }

    /** The handler must not run; the answer goes out in its place. */
    public static final class Denied extends Outcome {
        private final Refusal refusal;
        private final Answer answer;

        Denied(Refusal refusal, Answer answer, List<HttpHeader> headers, Completion completion) {
            super(headers, completion);
            this.refusal = refusal;
            this.answer = answer;
        }

        public Refusal refusal() {
            return refusal;
        }

        public Answer answer() {
            return answer;
        }
    }
}
