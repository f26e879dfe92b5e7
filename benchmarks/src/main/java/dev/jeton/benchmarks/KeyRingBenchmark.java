package dev.jeton.benchmarks;

import dev.jeton.Jeton;
import dev.jeton.benchmarks.contender.Fixture;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.VerifiedJwt;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** One HS256 token verified by a ring of so many keys; the tokens are signed with all of them in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class KeyRingBenchmark {
    @Param({"1", "10", "100"})
    public int keys;

    private JwtVerifier verifier =
            Jeton.withSecret("0123456789abcdef0123456789ABCDEF").verifier();
    private List<String> tokens = List.of();

    @Setup(Level.Trial)
    public void prepare() {
        List<JwsKey> ring = IntStream.range(0, keys)
                .mapToObj(i -> JwsKey.ofSecret(secret(i)).withKid("key-" + i))
                .toList();
        verifier = jeton(ring).verifier();
        tokens = IntStream.range(0, Fixture.TOKENS)
                .mapToObj(i ->
                        jeton(List.of(ring.get(i % keys))).createAccessToken(Fixture.subject(i)))
                .toList();
    }

    private static String secret(int i) {
        return "hex:" + "%02x".formatted(i) + "0123456789abcdef".repeat(4);
    }

    private static Jeton jeton(List<JwsKey> ring) {
        JwsKey[] more = ring.subList(1, ring.size()).toArray(JwsKey[]::new);
        return Fixture.builder(KeyRing.of(ring.get(0), more)).build();
    }

    @Benchmark
    public VerifiedJwt verify(Turn turn) {
        return verifier.verify(turn.of(tokens));
    }
}
