package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class RandomIdsTest {
    /** Gives 0, 1, 2 … for bytes, and counts how often it was asked. */
    @SuppressWarnings("serial")
    private static final class Counting extends SecureRandom {
        int draws;
        int seeds;
        private byte next;

        @Override
        public void nextBytes(byte[] bytes) {
            draws++;
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = next++;
            }
        }

        @Override
        public void reseed() {
            seeds++;
        }
    }

    private final Counting random = new Counting();
    private final RandomIds.Stock stock = new RandomIds.Stock(random);

    @Test
    @DisplayName(
            "Ids are 128 bits in base64url, and thirty thousand of them differ, drawn alone or two at a time")
    void ids() {
        RandomIds ids = new RandomIds();
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String id = ids.next();
            assertThat(Base64Url.decode(id)).hasSize(16);
            drawn.add(id);
            drawn.addAll(ids.two(List::of));
        }
        assertThat(drawn).hasSize(30_000);
    }

    @Test
    @DisplayName("Each id has 16 bytes of its own, and none of them serves twice")
    void eachByteOnce() {
        for (int i = 0; i < 129; i++) {
            byte[] id = Base64Url.decode(stock.next(1_000));
            for (int k = 0; k < 16; k++) {
                assertThat(id[k]).isEqualTo((byte) (16 * i + k));
            }
        }
        assertThat(random.draws).isEqualTo(2);
        assertThat(random.seeds).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "Bits that are older than a tenth of a second are forgotten, and those of a clock set back: a snapshot of the process repeats nothing")
    void stale() {
        stock.next(1_000);
        stock.next(1_100);
        assertThat(random.seeds).isEqualTo(1);
        stock.next(1_101);
        assertThat(random.seeds).isEqualTo(2);
        assertThat(random.draws).isEqualTo(2);
        stock.next(1_000);
        assertThat(random.seeds).isEqualTo(3);
    }
}
