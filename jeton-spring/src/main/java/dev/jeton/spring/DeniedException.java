package dev.jeton.spring;

import dev.jeton.web.Outcome;

/** Ends the handling of a request that a handler has found no good token in. */
final class DeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Denied denied;

    DeniedException(Outcome.Denied denied) {
        super(denied.refusal().toString(), null, false, false);
        this.denied = denied;
    }

    Outcome.Denied denied() {
        return denied;
    }
}
