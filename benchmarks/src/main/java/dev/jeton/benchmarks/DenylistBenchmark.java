package dev.jeton.benchmarks;

import dev.jeton.Jeton;
import dev.jeton.benchmarks.contender.Fixture;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.session.Denylist;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;

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

/**
 * A whole request with a bearer token decided about (HS256), by a Jeton whose denylist has so many entries; the token is not among
 * them. Give 10 million room: {@code -jvmArgs -Xmx4g}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class DenylistBenchmark {
    @Param({"10", "1000", "100000", "1000000", "10000000"})
    public int entries;

    private Jeton jeton = Jeton.withSecret("0123456789abcdef0123456789ABCDEF");
    private final JwtRequirement requirement = JwtRequirement.required();
    private List<WebRequest> requests = List.of();

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        Denylist denylist = FullDenylist.of(entries);
        jeton = new Fixture(JwsAlgorithm.HS256).builder().denylist(denylist).build();
        requests = IntStream.range(0, Fixture.TOKENS)
                .<WebRequest>mapToObj(i ->
                        CannedRequest.withHeader(jeton.login(Fixture.subject(i)).access()))
                .toList();
    }

    @Benchmark
    public Outcome authenticate(Turn turn) {
        return jeton.authenticator().authenticate(turn.of(requests), requirement);
    }
}
