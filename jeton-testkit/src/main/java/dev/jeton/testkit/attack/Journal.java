package dev.jeton.testkit.attack;

import dev.jeton.session.Denylist;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.web.Outcome;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What an application under attack was made to do: handlers run, callbacks asked, and stores written to. */
final class Journal {
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final ThreadLocal<Boolean> silent = ThreadLocal.withInitial(() -> false);

    void clear() {
        runs.set(0);
        asked.set(0);
        writes.set(0);
    }

    /** Does something that the present thread's part of is not written down. */
    void silently(Runnable work) {
        silent.set(true);
        try {
            work.run();
        } finally {
            silent.remove();
        }
    }

    private void count(AtomicInteger counter) {
        if (!silent.get()) {
            counter.incrementAndGet();
        }
    }

    void run() {
        count(runs);
    }

    /** A callback of the application's, or a store, was asked about a token. */
    void ask() {
        count(asked);
    }

    int runs() {
        return runs.get();
    }

    int asked() {
        return asked.get();
    }

    int writes() {
        return writes.get();
    }

    /** A real store, whose reads and writes are written down. */
    Denylist denylist() {
        Denylist store = new InMemoryDenylist();
        return new Denylist() {
            @Override
            public void revokeToken(String jti, Instant until, Instant now) {
                count(writes);
                store.revokeToken(jti, until, now);
            }

            @Override
            public void revokeSession(String sid, Instant until, Instant now) {
                count(writes);
                store.revokeSession(sid, until, now);
            }

            @Override
            public boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now) {
                ask();
                return store.isRevoked(jti, sid, now);
            }
        };
    }

    /** Who a handler is told that it works for: a subject, or "" for nobody. */
    static String who(Outcome outcome) {
        return outcome instanceof Outcome.Authenticated known ? known.jwt().subject() : "";
    }
}
