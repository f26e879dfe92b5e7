package dev.jeton.session;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The time that has certainly passed: by the times that callers give and by the machine's own measure, whichever is less. So a
 * clock that jumps ahead and is set right again makes nothing old that is not; nor does one that is set back.
 */
final class PassedTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND;
    private static final long STEP = NANOS_PER_SECOND;

    private final LongSupplier monotonic;
    private final AtomicReference<@Nullable Start> start = new AtomicReference<>();
    private final AtomicLong passed = new AtomicLong();

    /** The first time that a caller gave, and what the machine measured then. */
    private record Start(Instant given, long measured) {}

    /** @param monotonic nanoseconds that never run backwards, such as {@link System#nanoTime} */
    PassedTime(LongSupplier monotonic) {
        this.monotonic = monotonic;
    }

    /** Nanoseconds since the start; grows in steps of a second or more. */
    long nanos() {
        return passed.get();
    }

    /** Takes notice of the time that a caller gives. */
    void observe(Instant now) {
        Start first = start(now);
        long byCallers = nanosBetween(first.given(), now);
        if (byCallers - passed.get() < STEP) {
            return;
        }
        long certain = Math.min(byCallers, monotonic.getAsLong() - first.measured());
        if (certain - passed.get() >= STEP) {
            passed.accumulateAndGet(certain, Math::max);
        }
    }

    /** What {@link #nanos} will be, at the earliest, when {@code until} has passed for every clock that was right at some time. */
    long deadline(Instant until, Instant now) {
        long fromNow = nanosBetween(now, until);
        long fromStart = nanosBetween(start(now).given(), until);
        return Math.max(saturated(passed.get() + fromNow), fromStart);
    }

    private Start start(Instant now) {
        Start known = start.get();
        if (known != null) {
            return known;
        }
        Start mine = new Start(now, monotonic.getAsLong());
        return start.compareAndSet(null, mine) ? mine : Objects.requireNonNull(start.get());
    }

    private static long saturated(long sum) {
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Nothing where {@code to} lies before; as many as a long holds where there are more. */
    private static long nanosBetween(Instant from, Instant to) {
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        if (seconds < 0) {
            return 0;
        }
        return seconds >= MOST_SECONDS
                ? Long.MAX_VALUE
                : Math.max(0, seconds * NANOS_PER_SECOND + to.getNano() - from.getNano());
    }
}
