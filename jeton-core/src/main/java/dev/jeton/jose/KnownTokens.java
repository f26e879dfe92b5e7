package dev.jeton.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tokens whose signature held, by their whole text. That it held under that key of that generation is all it says: whoever
 * finds a token here must still choose its key anew, and check its claims. Only verified tokens enter, so nobody can fill it
 * with others.
 */
final class KnownTokens {
    /** What an entry takes besides its characters. */
    private static final int OVERHEAD = 700;

    /** A token's text, its payload, and what is read of that: per character of the token. */
    private static final int BYTES_PER_CHARACTER = 4;

    private final boolean hmacToo;
    private final @Nullable Cache<String, VerifiedJws> tokens;
    private final AtomicLong generation = new AtomicLong(Long.MIN_VALUE);

    KnownTokens(TokenMemory memory) {
        hmacToo = memory.hmacToo();
        tokens = memory.bytes() <= 0
                ? null
                : Caffeine.newBuilder()
                        .maximumWeight(memory.bytes())
                        .weigher((String token, VerifiedJws jws) -> weight(token))
                        .executor(Runnable::run)
                        .build();
    }

    static int weight(String token) {
        return OVERHEAD + BYTES_PER_CHARACTER * token.length();
    }

    /** The token of exactly this text. */
    @Nullable
    VerifiedJws find(String token) {
        return tokens == null || isUnused() ? null : tokens.getIfPresent(token);
    }

    /** As it stays where all keys are secrets that are not remembered: there, no look-up is made. */
    private boolean isUnused() {
        return generation.getPlain() == Long.MIN_VALUE;
    }

    void keep(String token, VerifiedJws verified) {
        if (tokens != null && isWorthIt(verified.header().algorithm())) {
            forgetBefore(verified.generation());
            tokens.put(token, verified);
        }
    }

    private boolean isWorthIt(JwsAlgorithm algorithm) {
        return hmacToo || algorithm.family() != JwsAlgorithm.Family.HMAC;
    }

    /** Frees the memory of what no ring will be asked about again; no answer depends on it. */
    private void forgetBefore(long current) {
        long known = generation.get();
        if (current > known && generation.compareAndSet(known, current) && tokens != null) {
            tokens.invalidateAll();
        }
    }

    /** How many tokens it holds, once those that are too many are gone. */
    long size() {
        if (tokens == null) {
            return 0;
        }
        tokens.cleanUp();
        return tokens.estimatedSize();
    }
}
