package dev.jeton.internal;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * Identifiers of 128 random bits in base64url, drawn from a DRBG (NIST SP 800-90A) for several at a time; no bit serves twice.
 * What was not used within a tenth of a second is forgotten, and the generator is seeded anew by the operating system: two
 * processes that awake from one snapshot do not draw the same.
 */
public final class RandomIds implements Ids {
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
    public String next() {
        Stock stock = stocks.take();
        String id = stock.next(System.currentTimeMillis());
        stocks.giveBack(stock);
        return id;
    }

    /** One look at the clock for both. */
    @Override
    public <T> T two(BiFunction<String, String, T> made) {
        Stock stock = stocks.take();
        long now = System.currentTimeMillis();
        String one = stock.next(now);
        String other = stock.next(now);
        stocks.giveBack(stock);
        return made.apply(one, other);
    }

    /** Some ids, in the hands of one thread at a time. */
    static final class Stock {
        private static final int IDS = 128;
        private static final int BYTES = 16;
        private static final int CHARACTERS = Base64Url.encodedLength(BYTES);
        private static final int APART = 18; // bytes: each id begins with a character of its own
        private static final int CHARACTERS_APART = Base64Url.encodedLength(APART);
        private static final int SIZE = IDS * CHARACTERS_APART;
        private static final long MOST_MILLIS = 100;

        private final SecureRandom random;
        private byte[] ids = {};
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
                ids = draw();
                used = 0;
                drawn = now;
            }
            String id = new String(ids, used, CHARACTERS, StandardCharsets.ISO_8859_1);
            Arrays.fill(ids, used, used + CHARACTERS, (byte) 0);
            used += CHARACTERS_APART;
            return id;
        }

        /** All of them encoded at once; the bytes between two ids are zero, so that each is what it would be alone. */
        private byte[] draw() {
            byte[] bits = new byte[IDS * BYTES];
            random.nextBytes(bits);
            byte[] spread = new byte[IDS * APART];
            for (int i = 0; i < IDS; i++) {
                System.arraycopy(bits, i * BYTES, spread, i * APART, BYTES);
            }
            byte[] encoded = Base64Url.encodeToAscii(spread);
            Arrays.fill(bits, (byte) 0);
            Arrays.fill(spread, (byte) 0);
            return encoded;
        }
    }
}
