package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Welch's t of how long MACs take that are wrong in their first byte and in their last, a million of each:
 * {@code mvn -pl jeton-core -am test -Dtest=TimingTest -Djeton.timing=1000000}. Informational, for it measures the machine too; the
 * build goes by the sources. Without the property there is nothing to run.
 */
class TimingTest {
    private static final double SUSPICIOUS = 4.5;

    private final byte[] message = new byte[300];
    private final SignatureMethod hmac = TestKeys.of(JwsAlgorithm.HS256).method();
    private final byte[] right = hmac.sign("x".repeat(300).getBytes(StandardCharsets.US_ASCII));

    TimingTest() {
        Arrays.fill(message, (byte) 'x');
    }

    @TestFactory
    @DisplayName("SIG-21: the time tells nothing of where a MAC is wrong")
    Stream<DynamicTest> timing() {
        int samples = Integer.getInteger("jeton.timing", 0);
        return samples == 0
                ? Stream.empty()
                : Stream.of(
                        DynamicTest.dynamicTest("a MAC that is checked", () -> {
                            double t = welch(samples, s -> hmac.holds(message, message.length, s));
                            System.out.printf("SIG-21: t = %.2f for MACs that are checked%n", t);
                            assertThat(Math.abs(t)).isLessThan(SUSPICIOUS);
                        }),
                        DynamicTest.dynamicTest(
                                "the measure finds a comparison that ends early", () -> {
                                    double t = welch(samples, this::endsEarly);
                                    System.out.printf(
                                            "SIG-21: t = %.2f for one that ends early%n", t);
                                    assertThat(Math.abs(t)).isGreaterThan(SUSPICIOUS);
                                }));
    }

    private boolean endsEarly(byte[] signature) {
        for (int i = 0; i < right.length; i++) {
            if (signature[i] != right[i]) {
                return false;
            }
        }
        return true;
    }

    /** In random order, so that what else the machine does meets both alike; the slowest tenth is left out. */
    private double welch(int samples, Predicate<byte[]> check) {
        byte[][] wrong = {wrongAt(0), wrongAt(right.length - 1)};
        long[][] times = new long[2][samples];
        int[] taken = new int[2];
        SplittableRandom random = new SplittableRandom(21);
        boolean held = false;
        while (taken[0] < samples || taken[1] < samples) {
            int kind = random.nextInt(2);
            long start = System.nanoTime();
            held |= check.test(wrong[kind]);
            long time = System.nanoTime() - start;
            if (taken[kind] < samples) {
                times[kind][taken[kind]++] = time;
            }
        }
        assertThat(held).isFalse();
        return t(fastest(times[0]), fastest(times[1]));
    }

    private byte[] wrongAt(int index) {
        byte[] wrong = right.clone();
        wrong[index] ^= 1;
        return wrong;
    }

    private static long[] fastest(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return Arrays.copyOf(sorted, sorted.length * 9 / 10);
    }

    private static double t(long[] one, long[] other) {
        double spread = variance(one) / one.length + variance(other) / other.length;
        return (mean(one) - mean(other)) / Math.sqrt(spread);
    }

    private static double mean(long[] times) {
        return Arrays.stream(times).average().orElseThrow();
    }

    private static double variance(long[] times) {
        double mean = mean(times);
        return Arrays.stream(times).mapToDouble(t -> (t - mean) * (t - mean)).sum()
                / (times.length - 1);
    }
}
