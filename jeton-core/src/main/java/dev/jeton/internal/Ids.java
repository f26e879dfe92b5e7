package dev.jeton.internal;

import java.util.function.BiFunction;

/** Draws identifiers that nobody can guess. */
@FunctionalInterface
public interface Ids {
    String next();

    /** What is made of two of them, drawn together where that saves something. */
    default <T> T two(BiFunction<String, String, T> made) {
        return made.apply(next(), next());
    }
}
