package dev.jeton.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.jeton.internal.RandomIds;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class ManyEntriesTest {
    private static final int MILLION = 1_000_000;
    private static final long MEGABYTE = 1L << 20;
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    @Test
    @DisplayName(
            "REV-17: a million live entries take at most 150 MB, asking takes next to none, and all go when their time has come")
    void million() {
        RandomIds ids = new RandomIds();
        long before = used();
        InMemoryDenylist denylist = new InMemoryDenylist(new PassedTime(nanos::get));
        for (int i = 0; i < MILLION; i++) {
            denylist.revokeToken(ids.next(), NOW.plusSeconds(60 + i % 900), NOW);
        }
        assertThat(denylist.size()).isEqualTo(MILLION);
        assertThat((used() - before) / MEGABYTE).as("megabytes in use").isLessThanOrEqualTo(150);
        assertThat(allocatedByAsking(denylist, ids.next())).isLessThanOrEqualTo(256);

        nanos.set(Duration.ofHours(1).toNanos());
        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(denylist.isRevoked(Optional.of(ids.next()), Optional.empty(), later))
                .isFalse();
        assertThat(cleaned(denylist)).isZero();
    }

    /** The cache cleans in steps of some thousand entries, so that no request pays for all of them. */
    private static long cleaned(InMemoryDenylist denylist) {
        long size = denylist.size();
        for (int step = 0; size > 0 && step < MILLION / 100; step++) {
            size = denylist.size();
        }
        return size;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Bytes for one question, on average of many. */
    private static long allocatedByAsking(InMemoryDenylist denylist, String id) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Optional<String> jti = Optional.of(id);
        int questions = 20_000;
        boolean any = false;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < questions; i++) {
            any |= denylist.isRevoked(jti, Optional.empty(), NOW);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(any).isFalse();
        return bytes / questions;
    }
}
