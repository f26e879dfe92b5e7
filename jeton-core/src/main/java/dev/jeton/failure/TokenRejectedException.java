package dev.jeton.failure;

import org.jspecify.annotations.Nullable;

/** A token was refused. Stackless, for a client can cause it; holds no text of the token. */
public final class TokenRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String claim;

    public TokenRejectedException(Reason reason) {
        this(reason, null);
    }

    /** @param claim name of the claim or header parameter at fault, from the library's own names */
    public TokenRejectedException(Reason reason, @Nullable String claim) {
        super(claim == null ? reason.code() : reason.code() + ": " + claim, null, false, false);
        this.reason = reason;
        this.claim = claim;
    }

    public Reason reason() {
        return reason;
    }

    /** The claim or header parameter at fault, where one is; never its value. */
    public @Nullable String claim() {
        return claim;
    }
}
