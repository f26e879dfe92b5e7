package dev.jeton.benchmarks.contender;

/** What is wrong with a token. */
public enum Flaw {
    NONE,
    EXPIRED,
    BAD_SIGNATURE,
    MALFORMED,
    OTHER_ISSUER,
    OTHER_TYPE
}
