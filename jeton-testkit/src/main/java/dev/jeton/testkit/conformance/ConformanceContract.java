package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.CaseResult.Difference;
import dev.jeton.testkit.conformance.CaseResult.Kind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

import java.time.Clock;
import java.util.stream.Stream;

/**
 * Runs the conformance cases against an adapter, over real HTTP, each as a test of its own. An adapter's test extends
 * this class and starts a server of its framework with the application's routes:
 *
 * <pre>{@code
 * class MyFrameworkConformanceTest extends ConformanceContract {
 *     @Override
 *     protected Server start(ConformanceApplication application) {
 *         MyServer server = new MyServer(new MyJetonAdapter(application.jetons()));
 *         application.routes().forEach(route -> add(server, route));
 *         return new Server(server.startOnAnyPort(), server::stop);
 *     }
 * }
 * }</pre>
 *
 * <p>{@code -Djeton.conformance.cases=DIR} runs the cases of a folder in place of the bundled ones, and
 * {@code -Djeton.conformance.report=FILE} writes a line a case: {@code PASS id}, {@code FAIL id: first difference} or
 * {@code DEVIATION id: reason}.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ConformanceContract {
    @RegisterExtension
    final SharedReport sharedReport = new SharedReport();

    private final ConformanceApplication application = new ConformanceApplication();
    private final RunProperties run = RunProperties.of(System.getProperties());
    private final CaseSource source = CaseSource.of(run.cases());
    private final QuietStart quiet = new QuietStart();
    private @Nullable Server server;

    /** For subclasses, which JUnit makes. */
    protected ConformanceContract() {}

    /**
     * A server that has been started.
     *
     * @param port where it listens on the loopback address
     * @param stop stops it
     */
    public record Server(int port, AutoCloseable stop) {}

    /** Starts the framework on a free port, with the application's routes, and with its Jetons in the adapter. */
    protected abstract Server start(ConformanceApplication application) throws Exception;

    @BeforeAll
    void startServer() throws Exception {
        server = start(application);
    }

    @AfterAll
    void stopServer(ConformanceReport report) throws Exception {
        quiet.close();
        if (server != null) {
            server.stop().close();
        }
        if (run.report().isPresent()) {
            report.write(run.report().get());
        }
    }

    @TestFactory
    Stream<DynamicTest> cases(ConformanceReport report) {
        if (server == null) {
            throw new IllegalStateException("the server has not been started");
        }
        CaseRunner runner = new CaseRunner(source.keys(), this::prepare, server.port());
        return source.entries().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.id(), () -> check(run(runner, entry), report)));
    }

    private CaseResult run(CaseRunner runner, CaseFile.Entry entry) {
        ConformanceCase wanted = entry.parsed();
        Difference difference = wanted == null
                ? new Difference(String.valueOf(entry.problem()), false)
                : runner.run(wanted);
        return CaseResult.of(entry.id(), difference, source.deviations());
    }

    private void prepare(ConformanceCase wanted, Keys keys, Clock clock) {
        application.install(wanted, Libraries.of(wanted, keys, clock));
    }

    private void check(CaseResult result, ConformanceReport report) {
        report.add(getClass().getSimpleName(), result);
        if (result.kind() == Kind.FAIL) {
            throw new AssertionFailedError(result.text());
        }
    }
}
