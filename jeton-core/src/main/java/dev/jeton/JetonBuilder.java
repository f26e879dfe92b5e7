package dev.jeton;

import org.jspecify.annotations.Nullable;

/** Puts a {@link Jeton} together; all problems of a configuration are told at once by {@link #build()}. */
public final class JetonBuilder {
    JetonBuilder() {}

    public JetonBuilder secretKey(@Nullable String secret) {
        throw new AssertionError("top helper");
    }

    public Jeton build() {
        throw new AssertionError("top helper");
    }
}
