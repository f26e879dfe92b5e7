package dev.jeton.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A denylist of this process: other processes do not see it, and a restart empties it. An entry is forgotten when its end has
 * passed, and never to make room. Safe for use by many threads.
 */
public final class InMemoryDenylist implements Denylist {
    private final PassedTime time;
    private final Cache<String, Entry> tokens;
    private final Cache<String, Entry> sessions;

    /** @param deadline when it may be forgotten, by {@link PassedTime} */
    private record Entry(Instant end, long deadline) {
        static Entry later(Entry one, Entry other) {
            return new Entry(
                    one.end.isAfter(other.end) ? one.end : other.end,
                    Math.max(one.deadline, other.deadline));
        }
    }

    public InMemoryDenylist() {
        this(new PassedTime(System::nanoTime));
    }

    InMemoryDenylist(PassedTime time) {
        this.time = time;
        this.tokens = entries(time);
        this.sessions = entries(time);
    }

    private static Cache<String, Entry> entries(PassedTime time) {
        return Caffeine.newBuilder()
                .ticker(time::nanos)
                .expireAfter(Expiry.writing((String name, Entry entry) ->
                        Duration.ofNanos(entry.deadline - time.nanos())))
                .build();
    }

    @Override
    public void revokeToken(String jti, Instant until, Instant now) {
        revoke(tokens, jti, until, now);
    }

    @Override
    public void revokeSession(String sid, Instant until, Instant now) {
        revoke(sessions, sid, until, now);
    }

    private void revoke(Cache<String, Entry> entries, String name, Instant until, Instant now) {
        time.observe(now);
        if (until.isAfter(now)) {
            Entry entry = new Entry(until, time.deadline(until, now));
            entries.asMap().merge(name, entry, Entry::later);
        }
    }

    @Override
    public boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now) {
        time.observe(now);
        return jti.isPresent() && holds(tokens, jti.get(), now)
                || sid.isPresent() && holds(sessions, sid.get(), now);
    }

    private static boolean holds(Cache<String, Entry> entries, String name, Instant now) {
        Entry entry = entries.getIfPresent(name);
        return entry != null && now.isBefore(entry.end);
    }

    /** It never waits. */
    @Override
    public boolean isBlocking() {
        return false;
    }

    /** How many entries there are in memory, once those that have passed are gone. */
    long size() {
        tokens.cleanUp();
        sessions.cleanUp();
        return tokens.estimatedSize() + sessions.estimatedSize();
    }
}
