package dev.jeton.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import dev.jeton.internal.Base64Url;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A denylist of this process: other processes do not see it, and a restart empties it. An entry is forgotten when its end has
 * passed, and never to make room. Safe for use by many threads.
 */
public final class InMemoryDenylist implements Denylist {
    private static final int TEXT_OF_128_BITS = 22;

    private final PassedTime time;
    private final Cache<Object, Entry> tokens;
    private final Cache<Object, Entry> sessions;

    public InMemoryDenylist() {
        this(new PassedTime(System::nanoTime));
    }

    InMemoryDenylist(PassedTime time) {
        this.time = time;
        this.tokens = entries(time);
        this.sessions = entries(time);
    }

    private static Cache<Object, Entry> entries(PassedTime time) {
        return Caffeine.newBuilder()
                .ticker(time::nanos)
                .expireAfter(Expiry.writing((Object id, Entry entry) ->
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

    private void revoke(Cache<Object, Entry> entries, String id, Instant until, Instant now) {
        time.observe(now);
        if (until.isAfter(now)) {
            long deadline = time.deadline(until, now);
            Entry entry = new Entry(until.getEpochSecond(), until.getNano(), deadline);
            entries.asMap().merge(key(id), entry, Entry::later);
        }
    }

    @Override
    public boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now) {
        time.observe(now);
        return jti.isPresent() && holds(tokens, jti.get(), now)
                || sid.isPresent() && holds(sessions, sid.get(), now);
    }

    private static boolean holds(Cache<Object, Entry> entries, String id, Instant now) {
        Entry entry = entries.getIfPresent(key(id));
        return entry != null && entry.endsAfter(now);
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

    /** The 128 bits that Jeton draws take half the room of their text; strict base64url has one text for each. */
    private static Object key(String id) {
        byte[] bits = id.length() == TEXT_OF_128_BITS ? Base64Url.decode(id) : null;
        return bits == null
                ? id
                : new Bits(
                        ByteBuffer.wrap(bits).getLong(0), ByteBuffer.wrap(bits).getLong(8));
    }

    private record Bits(long high, long low) {}

    /**
     * The end of a revocation, without an object of its own.
     *
     * @param deadline when it may be forgotten, by {@link PassedTime}
     */
    private record Entry(long endSecond, int endNano, long deadline) {
        boolean endsAfter(Instant now) {
            long second = now.getEpochSecond();
            return endSecond > second || endSecond == second && endNano > now.getNano();
        }

        static Entry later(Entry one, Entry other) {
            boolean first = one.endSecond > other.endSecond
                    || one.endSecond == other.endSecond && one.endNano > other.endNano;
            Entry last = first ? one : other;
            long deadline = Math.max(one.deadline, other.deadline);
            return new Entry(last.endSecond, last.endNano, deadline);
        }
    }
}
