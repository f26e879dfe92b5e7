package dev.jeton.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.jeton.Jeton;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.TokenForge;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** I4: what a token costs, by the memory that is allocated for it; a clock would measure the machine. */
class HostileCostsTest {
    private static final int GREATEST_TOKEN = 8192;
    private static final long MOST = 256 << 10;

    private static final MovableClock CLOCK = MovableClock.atNow();
    private static final HostileTokens HOSTILE = HostileTokens.at(CLOCK.instant());
    private static final Jeton JETON =
            HOSTILE.settle(Jeton.builder().clock(CLOCK)).build();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Bytes for one verification, the least of a few: the first ones load classes. */
    private static long cost(Jeton jeton, String token) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            verify(jeton, token);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static boolean verify(Jeton jeton, String token) {
        try {
            jeton.verifier().verify(token);
            return true;
        } catch (TokenRejectedException refused) {
            return false;
        }
    }

    @TestFactory
    @DisplayName(
            "I4: no hostile token of up to 8 KiB costs more than 256 KiB; a longer one costs next to nothing")
    Stream<DynamicTest> costs() {
        return HOSTILE.all().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.toString(), () -> {
                    String token = attack.token();
                    long most = token.length() > GREATEST_TOKEN ? 4096 : MOST;
                    assertThat(cost(JETON, token)).isLessThanOrEqualTo(most);
                }));
    }

    @Test
    @DisplayName("DOS-01, DOS-02: what a token of dots costs does not grow with their number")
    void dots() {
        long few = cost(JETON, ".".repeat(9_000));
        assertThat(cost(JETON, ".".repeat(100_000))).isEqualTo(few);
        assertThat(cost(JETON, ".".repeat(10_000_000))).isEqualTo(few);
    }

    /** What fills a payload, by about how many characters. */
    private static Map<String, IntFunction<String>> fillings() {
        Map<String, IntFunction<String>> fillings = new LinkedHashMap<>();
        fillings.put("ENC-19: members", n -> members(n / 10, "k%05d"::formatted));
        fillings.put(
                "ENC-19: names of one hash code",
                n -> members(n / 24, HostileCostsTest::collision));
        fillings.put("ENC-16: numbers", n -> "\"n\":[" + "1234567890,".repeat(n / 11) + "0]");
        fillings.put(
                "ENC-15, DOS-04: depth",
                n -> "\"d\":[" + ("[".repeat(20) + "]".repeat(20) + ",").repeat(n / 41) + "0]");
        fillings.put("DOS-06: escapes", n -> "\"s\":\"" + "\\u0041".repeat(n / 6) + "\"");
        fillings.put("ENC-20: other scripts", n -> "\"t\":\"" + "\u00e4".repeat(n / 2) + "\"");
        return fillings;
    }

    private static String members(int count, IntFunction<String> name) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + name.apply(i) + "\":0")
                .collect(Collectors.joining(","));
    }

    /** "Aa" and "BB" have the same hash code. */
    private static String collision(int i) {
        return IntStream.range(0, 10)
                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    @TestFactory
    @DisplayName(
            "I4: twice the payload costs at most about twice as much, under a good signature and under a bad one")
    Stream<DynamicTest> growth() {
        Target target = new Target(CLOCK.instant(), "https://attacker.example");
        Jeton jeton = Jeton.builder()
                .clock(CLOCK)
                .keys(KeySource.of(KeyRing.of(target.signingKey())))
                .tokens(t -> t.issuer(Target.ISSUER).audience(Target.AUDIENCE))
                .build();
        return fillings().entrySet().stream()
                .map(filling -> DynamicTest.dynamicTest(filling.getKey(), () -> {
                    TokenForge one = filled(target, filling.getValue().apply(2_400));
                    TokenForge two = filled(target, filling.getValue().apply(4_800));
                    assertThat(verify(jeton, two.compact())).isTrue();
                    assertThat(cost(jeton, two.compact()))
                            .isLessThanOrEqualTo(cost(jeton, one.compact()) * 5 / 2);
                    String forged = two.signature(new byte[32]).compact();
                    assertThat(cost(jeton, forged))
                            .as("the payload is not even decoded")
                            .isLessThanOrEqualTo(2L * forged.length() + 4096);
                }));
    }

    private static TokenForge filled(Target target, String filling) {
        return target.good().payload(target.claims().and(filling));
    }
}
