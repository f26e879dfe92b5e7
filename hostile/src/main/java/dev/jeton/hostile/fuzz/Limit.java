package dev.jeton.hostile.fuzz;

/**
 * What a call with an input of at most 8 KiB may cost.
 *
 * @param millis of processor time
 * @param bytes allocated
 */
record Limit(long millis, long bytes) {
    /** For what anyone may send. */
    static final Limit OF_A_REQUEST = new Limit(50, 2L << 20);

    /** For keys, which only the operator hands over: a pair of 8,192 bits signs and verifies once. */
    static final Limit OF_A_KEY = new Limit(2_000, 64L << 20);
}
