package dev.jeton.benchmarks;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.benchmarks.contender.Fixture;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
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
 * A whole request decided about: the token found, verified (HS256), and every check done. {@code HEADERS} is a GET with a bearer
 * token, {@code COOKIES} a POST with token cookies and the CSRF header, {@code JSON} a POST with the token in a JSON body.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class RequestBenchmark {
    @Param({"HEADERS", "COOKIES", "JSON"})
    public Location location = Location.HEADERS;

    private Jeton jeton = Jeton.withSecret("0123456789abcdef0123456789ABCDEF");
    private final JwtRequirement requirement = JwtRequirement.required();
    private List<WebRequest> requests = List.of();

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        jeton = new Fixture(JwsAlgorithm.HS256).builder().locations(location).build();
        requests = IntStream.range(0, Fixture.TOKENS)
                .mapToObj(i -> request(jeton.login(Fixture.subject(i))))
                .toList();
        for (WebRequest request : requests) {
            if (!(authenticate(request) instanceof Outcome.Authenticated)) {
                throw new IllegalStateException("refused: " + location);
            }
        }
    }

    private WebRequest request(Tokens tokens) {
        return switch (location) {
            case COOKIES ->
                CannedRequest.withCookie(cookies(tokens), tokens.csrf().orElseThrow());
            case JSON -> CannedRequest.withJson(tokens.access());
            default -> CannedRequest.withHeader(tokens.access());
        };
    }

    /** What a browser sends back: access, refresh and CSRF cookies. */
    private String cookies(Tokens tokens) {
        StringBuilder sent = new StringBuilder();
        jeton.cookies()
                .set(
                        (name, value) -> {
                            if (name.equalsIgnoreCase("Set-Cookie")) {
                                sent.append(sent.length() == 0 ? "" : "; ")
                                        .append(value, 0, value.indexOf(';'));
                            }
                        },
                        tokens);
        return sent.toString();
    }

    @Benchmark
    public Outcome authenticate(Turn turn) {
        return authenticate(turn.of(requests));
    }

    private Outcome authenticate(WebRequest request) {
        return jeton.authenticator().authenticate(request, requirement);
    }
}
