package dev.jeton.testkit.attack;

import dev.jeton.web.Outcome;

import org.jspecify.annotations.Nullable;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What is left of requests when they are over: principals on threads, and anything that holds on to an outcome. */
final class Leftovers {
    private static final int WATCHED = 10_000;
    private static final int COLLECTIONS = 10;
    private static final long WAIT_MILLIS = 200;

    private final AtomicInteger onThreads = new AtomicInteger();
    private final Set<WeakReference<Outcome>> watched = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Outcome> gone = new ReferenceQueue<>();

    /** Looks whom the thread works for, in a request of {@code who}, or of nobody when that is empty. */
    void look(String who, @Nullable Object principal) {
        if (principal != null && (who.isEmpty() || !principal.toString().contains(who))) {
            onThreads.incrementAndGet();
        }
    }

    /** From now on somebody might keep it; a request's own outcome is nobody else's business. */
    void watch(Outcome outcome) {
        forgetCollected();
        if (outcome instanceof Outcome.Authenticated && watched.size() < WATCHED) {
            watched.add(new WeakReference<>(outcome, gone));
        }
    }

    private void forgetCollected() {
        for (Object next = gone.poll(); next != null; next = gone.poll()) {
            watched.remove(next);
        }
    }

    /** How many are left. To be called when all requests are over; lets the garbage collector look for the outcomes. */
    int count() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS && !watched.isEmpty(); i++) {
            System.gc();
            Object next = gone.remove(WAIT_MILLIS);
            if (next != null) {
                watched.remove(next);
                forgetCollected();
            }
        }
        return onThreads.get() + watched.size();
    }
}
