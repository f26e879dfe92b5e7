package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

class RandomIdsTest {
    @Test
    @DisplayName("Ids are 128 bits in base64url, and ten thousand of them differ")
    void ids() {
        RandomIds ids = new RandomIds();
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String id = ids.get();
            assertThat(Base64Url.decode(id)).hasSize(16);
            drawn.add(id);
        }
        assertThat(drawn).hasSize(10_000);
    }
}
