package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class PoolTest {
    @Test
    @DisplayName("What was given back is taken again by the same thread")
    void reuse() {
        AtomicInteger made = new AtomicInteger();
        Pool<Integer> pool = new Pool<>(made::incrementAndGet);
        Integer first = pool.take();
        assertThat(pool.take()).isEqualTo(2);
        pool.giveBack(first);
        assertThat(pool.take()).isEqualTo(1);
        assertThat(pool.take()).isEqualTo(3);
    }

    @Test
    @DisplayName("Among more threads than places, nothing is in two hands at once")
    void neverShared() throws Exception {
        Pool<AtomicBoolean> pool = new Pool<>(AtomicBoolean::new);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, 64)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> IntStream.range(0, 5_000).allMatch(j -> useAlone(pool)))
                    .toList();
            for (Future<Boolean> alone : threads.invokeAll(tasks)) {
                assertThat(alone.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static boolean useAlone(Pool<AtomicBoolean> pool) {
        AtomicBoolean inUse = pool.take();
        boolean alone = inUse.compareAndSet(false, true);
        Thread.onSpinWait();
        inUse.set(false);
        pool.giveBack(inUse);
        return alone;
    }
}
