package dev.jeton.benchmarks;

import dev.jeton.benchmarks.contender.Examination;
import dev.jeton.benchmarks.contender.Fixture;
import dev.jeton.benchmarks.contender.Signing;

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

/** One access token issued, with the nine claims of {@link VerifyBenchmark}: new {@code jti} and {@code csrf}, and the time of day, each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class SignBenchmark {
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

    private List<String> subjects = List.of();
    private Signing signing = subject -> subject;

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        signing = Examination.signing(library, new Fixture(Examination.algorithm(algorithm)));
        subjects = IntStream.range(0, Fixture.TOKENS).mapToObj(Fixture::subject).toList();
    }

    @Benchmark
    public String sign(Turn turn) throws Exception {
        return signing.sign(turn.of(subjects));
    }
}
