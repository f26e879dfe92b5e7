package dev.jeton.benchmarks;

import dev.jeton.benchmarks.contender.Examination;
import dev.jeton.benchmarks.contender.Fixture;
import dev.jeton.benchmarks.contender.Flaw;
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
import java.util.concurrent.TimeUnit;

/** One HS256 token refused, from its text to the caught exception; {@code NONE} is a good token, for the ratio. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class RefusalBenchmark {
    @Param({
        "jeton",
        "java-jwt",
        "fusionauth",
        "vertx",
        "nimbus",
        "spring",
        "jjwt",
        "jose4j",
        "micronaut",
        "smallrye"
    })
    public String library = "";

    @Param({"NONE", "EXPIRED", "BAD_SIGNATURE", "MALFORMED"})
    public Flaw flaw = Flaw.NONE;

    private List<String> tokens = List.of();
    private Verification verification = (token, out) -> {};

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        Fixture fixture = new Fixture(JwsAlgorithm.HS256);
        verification = Examination.verification(library, fixture);
        tokens = fixture.tokens(flaw, Fixture.TOKENS);
    }

    @Benchmark
    public boolean verify(Turn turn, Blackhole out) {
        try {
            verification.verify(turn.of(tokens), out);
            return true;
        } catch (Exception refused) {
            return false;
        }
    }
}
