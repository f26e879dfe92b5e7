package dev.jeton.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it, so that each boundary can be tested at -1 s, 0 and +1 s without
 * sleeping. Any number of threads may read and move it.
 */
public final class MovableClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private MovableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that stands at {@code instant}, in UTC. */
    public static MovableClock at(Instant instant) {
        return new MovableClock(
                new AtomicReference<>(Objects.requireNonNull(instant)), ZoneOffset.UTC);
    }

    /** A clock that stands at the system's present time, in UTC. */
    public static MovableClock atNow() {
        return at(Instant.now());
    }

    /** Moves the clock to {@code instant}, forwards or backwards. */
    public void set(Instant instant) {
        now.set(Objects.requireNonNull(instant));
    }

    /** Moves the clock on by {@code step}, or back by a negative one. */
    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock in another zone: moving either moves both. */
    @Override
    public MovableClock withZone(ZoneId other) {
        return new MovableClock(now, other);
    }

    @Override
    public String toString() {
        return "MovableClock[" + instant() + "," + zone + "]";
    }
}
