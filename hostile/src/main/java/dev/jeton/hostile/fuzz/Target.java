package dev.jeton.hostile.fuzz;

/**
 * A part of Jeton that hostile bytes reach. It is called first, which is all that is measured, and judged then.
 *
 * @param <R> what the call yields
 */
interface Target<R> {
    /** Calls the part. What it documents as a refusal is a result; anything else that is thrown is a finding. */
    R call(byte[] input);

    /** Compares the result with what it must be.
     * @throws AssertionError for a finding */
    void judge(byte[] input, R result);

    /** The time that one call may take. */
    default Limit limit() {
        return Limit.OF_A_REQUEST;
    }

    /** Calls and judges. */
    default void run(byte[] input) {
        judge(input, call(input));
    }
}
