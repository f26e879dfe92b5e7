package dev.jeton.testkit.attack;

import dev.jeton.testkit.conformance.ConformanceContract.Server;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Attacks an adapter over real HTTP: the rows of the attack catalogue that can be sent in a request, each as tests that carry its id.
 * An adapter's test extends this class and starts a server of its framework with the application's routes, just as for
 * {@link dev.jeton.testkit.conformance.ConformanceContract}:
 *
 * <pre>{@code
 * class MyFrameworkAttackTest extends AttackContract {
 *     @Override
 *     protected Server start(AttackApplication application) {
 *         MyServer server = new MyServer(new MyJetonAdapter(application.jetons()));
 *         application.routes().forEach(route -> add(server, route));
 *         return new Server(server.startOnAnyPort(), server::stop);
 *     }
 * }
 * }</pre>
 *
 * <p>Whatever is sent: the handler does not run unless it may (I1); nobody's principal is left behind (I2); no store is written to,
 * and no callback asked about a token that nobody has verified (I3); nothing that the request carried turns up in logs or answers
 * (I5); the server goes on (I6). Every answer is compared with the core's own.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class AttackContract {
    private final LogCapture log = new LogCapture();
    private @Nullable AttackApplication application;
    private @Nullable Server server;
    private @Nullable RawConnection connection;

    /** For subclasses, which JUnit makes. */
    protected AttackContract() {}

    /** Starts the framework on a free port, with the application's routes, and with its Jetons in the adapter. */
    protected abstract Server start(AttackApplication application) throws Exception;

    /** Whom the framework takes the present thread to work for; null for nobody, and where it keeps no such thing with threads. */
    protected @Nullable Object principalOfThread() {
        return null;
    }

    /** Whether the server upgrades connections to HTTP/2 without TLS; the attacks are then sent over that too. */
    protected boolean upgradesToHttp2() {
        return false;
    }

    @BeforeAll
    void startServer() throws Exception {
        application = new AttackApplication(this::principalOfThread);
        server = start(application);
        connection = new RawConnection(server.port());
    }

    @AfterAll
    void stopServer() throws Exception {
        if (connection != null) {
            connection.close();
        }
        if (server != null) {
            server.stop().close();
        }
        if (application != null) {
            application.trap().close();
        }
        log.close();
    }

    @TestFactory
    Stream<DynamicTest> rows() {
        AttackRun run = new AttackRun(started(application), log, started(connection));
        return Stream.concat(
                Catalogue.of(started(application)).stream()
                        .map(attack ->
                                DynamicTest.dynamicTest(attack.name(), () -> run.run(attack))),
                Stream.of(DynamicTest.dynamicTest(
                        "LOC-20: the answers so far were the core's own, to the byte",
                        run::assertCompared)));
    }

    @TestFactory
    Stream<DynamicTest> hostileTokens() {
        AttackRun run = new AttackRun(started(application), log, started(connection));
        HostileRows rows = new HostileRows(started(application).cast());
        return started(application).hostile().all().stream()
                .map(token -> DynamicTest.dynamicTest(
                        token.toString(), () -> run.runEach(rows.attacks(token))));
    }

    @Test
    @DisplayName("LOC-20: requests that mix those of the rows are decided as by the core itself")
    void mixed() throws Exception {
        AttackRun run = new AttackRun(started(application), log, started(connection));
        MixedRequests requests = new MixedRequests(
                Catalogue.of(started(application)), Long.getLong("jeton.attacks.seed", 1));
        for (int i = 0; i < Integer.getInteger("jeton.attacks.mixed", 2_000); i++) {
            run.runMixed(requests.next());
        }
    }

    @TestFactory
    Stream<DynamicTest> unfinishedBodies() {
        AttackRun run = new AttackRun(started(application), log, started(connection));
        UnfinishedBodies bodies =
                new UnfinishedBodies(started(connection), started(application).cast());
        return Stream.concat(
                bodies.refused().entrySet().stream().map(entry -> test(run, entry, 0)),
                bodies.accepted().entrySet().stream().map(entry -> test(run, entry, 1)));
    }

    private static DynamicTest test(
            AttackRun run, Map.Entry<String, UnfinishedBodies.Attempt> attempt, int runs) {
        return DynamicTest.dynamicTest(attempt.getKey(), () -> run.run(attempt.getValue(), runs));
    }

    @TestFactory
    Stream<DynamicTest> http2() {
        if (!upgradesToHttp2()) {
            return Stream.empty();
        }
        AttackRun run = new AttackRun(
                started(application), log, new Http2Transport(started(server).port()));
        CoreDecision core = new CoreDecision(started(application));
        return Catalogue.of(started(application)).stream()
                .filter(attack -> Http2Transport.canSend(attack.request()))
                // a server resets the stream of a body that nobody asks for, which the JDK's client
                // takes for a failure
                .filter(attack -> !core.leavesBody(attack.request()))
                .map(attack -> DynamicTest.dynamicTest(
                        "FRM-28, over HTTP/2: " + attack.name(), () -> run.run(attack)));
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return part;
    }
}
