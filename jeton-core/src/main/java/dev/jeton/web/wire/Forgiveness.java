package dev.jeton.web.wire;

import dev.jeton.web.Refusal;

/** Which refusals an optional route turns into "anonymous"; the absence of a token always is one. */
@FunctionalInterface
public interface Forgiveness {
    boolean forgives(Refusal refusal);

    /** Whether the answer clears the cookie of a forgiven token. */
    default boolean clearsCookie() {
        return false;
    }
}
