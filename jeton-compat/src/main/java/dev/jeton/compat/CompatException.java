package dev.jeton.compat;

import dev.jeton.web.Answer;

/** A token was refused outside a request; carries the answer that a protected route would give. Stackless, for a client can cause it. */
public final class CompatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    CompatException(Problem problem, Answer answer) {
        super(problem.text(), null, false, false);
        this.answer = answer;
    }

    /** The answer, ready to be sent. */
    public Answer answer() {
        return answer;
    }
}
