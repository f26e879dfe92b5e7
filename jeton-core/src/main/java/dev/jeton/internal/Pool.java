package dev.jeton.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Objects that are dear to make and serve one thread at a time, kept for the next use. Takes no lock. */
public final class Pool<T> {
    private static final int SLOTS = 32;
    private static final int APART =
            16; // references: a cache line, so that threads do not meet in one

    private final AtomicReferenceArray<T> idle = new AtomicReferenceArray<>(SLOTS * APART);
    private final Supplier<T> maker;

    public Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** An idle one, or a new one. */
    public T take() {
        T kept = idle.getAndSet(slot(), null);
        return kept != null ? kept : maker.get();
    }

    /** Keeps one that is as good as new; do not give back what failed. */
    public void giveBack(T object) {
        idle.setRelease(slot(), object);
    }

    private static int slot() {
        return (Thread.currentThread().hashCode() & SLOTS - 1) * APART;
    }
}
