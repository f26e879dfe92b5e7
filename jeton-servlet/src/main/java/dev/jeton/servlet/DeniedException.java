package dev.jeton.servlet;

import dev.jeton.web.Refusal;

/** Ends the handling of a request that has been answered with a refusal. */
final class DeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeniedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
    }
}
