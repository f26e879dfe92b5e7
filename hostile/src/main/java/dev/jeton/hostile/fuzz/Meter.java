package dev.jeton.hostile.fuzz;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;

/** Measures calls by the processor time and the allocation of their thread. */
final class Meter {
    private static final int LONGEST_INPUT = 8192;
    private static final int TRIES = 5;
    private static final long NANOS = 1_000_000;

    /** What Jazzer's hooks allocate at each look into a map, a text or a list counts as the call's; a call of 12 KB was seen at 2 MB. */
    private static final int HOOKS = 32;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final int factor;

    private Meter(int factor) {
        this.factor = factor;
    }

    /** For a process of which Jazzer is no part. */
    static Meter exact() {
        return new Meter(1);
    }

    /** For a call that Jazzer listens to; {@link Replay} measures again what comes of it. */
    static Meter amongHooks() {
        return new Meter(HOOKS);
    }

    /** Calls and judges; one that is too dear is called again, for the least of several tries is the call's own cost. */
    <R> void run(Target<R> target, byte[] input) {
        long time = threads.getCurrentThreadCpuTime();
        long memory = allocated();
        R result = target.call(input);
        memory = allocated() - memory;
        time = threads.getCurrentThreadCpuTime() - time;
        Limit limit = target.limit();
        if (input.length <= LONGEST_INPUT && exceeds(limit, time, memory)) {
            tryAgain(target, input);
        }
        target.judge(input, result);
    }

    private <R> void tryAgain(Target<R> target, byte[] input) {
        long leastTime = Long.MAX_VALUE;
        long leastMemory = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long time = threads.getCurrentThreadCpuTime();
            long memory = allocated();
            target.call(input);
            leastMemory = Math.min(leastMemory, allocated() - memory);
            leastTime = Math.min(leastTime, threads.getCurrentThreadCpuTime() - time);
        }
        if (exceeds(target.limit(), leastTime, leastMemory)) {
            throw new AssertionError(
                    "too dear: " + leastTime / 1000 + " µs, " + leastMemory + " bytes");
        }
    }

    private boolean exceeds(Limit limit, long nanos, long bytes) {
        return nanos > limit.millis() * NANOS || bytes > factor * limit.bytes();
    }

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
