package dev.jeton.benchmarks.contender;

import dev.jeton.jose.JwsAlgorithm;

import java.util.Set;

/** One library in the best use that its documentation shows: set up once, safe for many threads. */
public interface Contender {
    /** The algorithms that it has, of those that are measured. */
    default Set<JwsAlgorithm> algorithms() {
        return Fixture.ALGORITHMS;
    }

    /** A verifier of the fixture's tokens. */
    Verification verification(Fixture fixture) throws Exception;

    /** An issuer of tokens like the fixture's. */
    Signing signing(Fixture fixture) throws Exception;
}
