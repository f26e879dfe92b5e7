package dev.jeton.internal;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Identifiers of 128 random bits in base64url, drawn from a DRBG (NIST SP 800-90A) for several at a time; no bit serves twice.
 * What was not used within a tenth of a second is forgotten, and the generator is seeded anew by the operating system: two
 * processes that awake from one snapshot do not draw the same.
 */
public final class RandomIds implements Supplier<String> {
    private final SecureRandom random = generator();
    private final Pool<Stock> stocks = new Pool<>(() -> new Stock(random));

    private static SecureRandom generator() {
        try {
            return SecureRandom.getInstance("DRBG");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no DRBG", e);
        }
    }

    @Override
    public String get() {
        Stock stock = stocks.take();
        String id = stock.next(System.currentTimeMillis());
        stocks.giveBack(stock);
        return id;
    }

    /** Bits for some ids, in the hands of one thread at a time. */
    static final class Stock {
        private static final int BYTES = 16;
        private static final int SIZE = 32 * BYTES;
        private static final long MOST_MILLIS = 100;

        private final SecureRandom random;
        private final byte[] bits = new byte[SIZE];
        private int used = SIZE;
        private long drawn;

        Stock(SecureRandom random) {
            this.random = random;
        }

        String next(long now) {
            boolean old = now - drawn > MOST_MILLIS || now < drawn;
            if (old) {
                random.reseed();
            }
            if (old || used == SIZE) {
                random.nextBytes(bits);
                used = 0;
                drawn = now;
            }
            byte[] id = Arrays.copyOfRange(bits, used, used + BYTES);
            Arrays.fill(bits, used, used + BYTES, (byte) 0);
            used += BYTES;
            return Base64Url.encode(id);
        }
    }
}
