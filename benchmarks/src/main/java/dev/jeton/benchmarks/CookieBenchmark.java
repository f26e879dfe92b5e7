package dev.jeton.benchmarks;

import static dev.jeton.web.Location.COOKIES;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.benchmarks.contender.Fixture;
import dev.jeton.jose.JwsAlgorithm;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The cookies of a login: its fields written, the tokens being there already ({@code set}); the same cleared ({@code unset}). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class CookieBenchmark {
    private Jeton jeton = Jeton.withSecret("0123456789abcdef0123456789ABCDEF");
    private List<Tokens> logins = List.of();

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        jeton = new Fixture(JwsAlgorithm.HS256).builder().locations(COOKIES).build();
        logins = IntStream.range(0, Fixture.TOKENS)
                .mapToObj(i -> jeton.login(Fixture.subject(i)))
                .toList();
    }

    @Benchmark
    public void set(Turn turn, Blackhole out) {
        jeton.cookies().set((name, value) -> out.consume(value), turn.of(logins));
    }

    @Benchmark
    public void unset(Blackhole out) {
        jeton.cookies().unset((name, value) -> out.consume(value));
    }
}
