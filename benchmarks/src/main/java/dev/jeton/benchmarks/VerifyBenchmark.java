package dev.jeton.benchmarks;

import dev.jeton.benchmarks.contender.Examination;
import dev.jeton.benchmarks.contender.Fixture;
import dev.jeton.benchmarks.contender.Verification;

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

/**
 * One access token of about 350 characters and nine claims (HS256) from its text to its claims: signature, {@code exp}, {@code iss},
 * {@code aud} and {@code type} checked, {@code sub}, {@code jti} and {@code fresh} read. Run with {@code -prof gc}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class VerifyBenchmark {
    /** {@code mac} is the cryptography alone, below which nothing can go. */
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
        "smallrye",
        "mac"
    })
    public String library = "";

    /** Not every library has RS256, ES256 and EdDSA; one that lacks it says which have it, {@code jeton-memory} and {@code jeton-bc} too. */
    @Param("HS256")
    public String algorithm = "";

    private List<String> tokens = List.of();
    private Verification verification = (token, out) -> {};

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        Fixture fixture = new Fixture(Examination.algorithm(algorithm));
        verification = Examination.verification(library, fixture);
        tokens = fixture.tokens();
    }

    @Benchmark
    public void verify(Turn turn, Blackhole out) throws Exception {
        verification.verify(turn.of(tokens), out);
    }
}
