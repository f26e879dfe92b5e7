package dev.jeton.benchmarks;

import dev.jeton.Jeton;
import dev.jeton.benchmarks.contender.Examination;
import dev.jeton.benchmarks.contender.Fixture;
import dev.jeton.benchmarks.contender.Verification;
import dev.jeton.jose.JwsAlgorithm;

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
import org.openjdk.jmh.infra.Blackhole;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** {@link VerifyBenchmark} with HS256 and a list of permissions that makes the token as long as {@code characters} says. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class TokenSizeBenchmark {
    /** What one permission adds: its text, quotes and a comma, in base64url. */
    private static final double CHARACTERS_OF_A_PERMISSION = 23 * 4 / 3.0;

    @Param({"jeton", "java-jwt", "fusionauth", "mac"})
    public String library = "";

    /** 350 is the token without permissions. */
    @Param({"350", "512", "1024", "2048", "4096", "8192"})
    public int characters;

    private List<String> tokens = List.of();
    private Verification verification = (token, out) -> {};

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        Fixture fixture = new Fixture(JwsAlgorithm.HS256);
        verification = Examination.verification(library, fixture);
        tokens = tokens(fixture.builder().build());
    }

    private List<String> tokens(Jeton jeton) {
        int count = (int) ((characters - 380) / CHARACTERS_OF_A_PERMISSION);
        List<String> permissions = IntStream.range(0, Math.max(0, count))
                .mapToObj(i -> "orders:" + (1000 + i) + ":confirm")
                .map(text -> text + "!".repeat(20 - text.length()))
                .toList();
        Map<String, Object> claims = permissions.isEmpty() ? Map.of() : Map.of("perm", permissions);
        return IntStream.range(0, Fixture.TOKENS)
                .mapToObj(i -> jeton.createAccessToken(
                        Fixture.subject(i), options -> options.claims(claims)))
                .toList();
    }

    @Benchmark
    public void verify(Turn turn, Blackhole out) throws Exception {
        verification.verify(turn.of(tokens), out);
    }
}
