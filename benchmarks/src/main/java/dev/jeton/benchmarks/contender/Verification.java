package dev.jeton.benchmarks.contender;

import org.openjdk.jmh.infra.Blackhole;

/**
 * Takes a token from its text to its claims: signature, {@code exp}, {@code iss}, {@code aud} and {@code type} are checked, {@code sub},
 * {@code jti} and {@code fresh} are read.
 */
@FunctionalInterface
public interface Verification {
    /** Throws when the token is refused. */
    void verify(String token, Blackhole out) throws Exception;

    /** What the library leaves to the application. */
    static void require(boolean good) {
        if (!good) {
            throw new IllegalArgumentException("refused");
        }
    }
}
