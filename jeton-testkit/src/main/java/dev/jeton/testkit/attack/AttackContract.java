package dev.jeton.testkit.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.jeton.testkit.conformance.ConformanceContract.Server;
import dev.jeton.web.Location;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.io.IOException;
import java.util.List;
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
    private static final String SECRET = "f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE";
    private static final String WHO = AttackApplication.optionalIn(Location.HEADERS);
    private static final String NOBODY =
            "{\"subject\":\"\",\"outcome\":\"Anonymous\",\"thread\":\"\",\"bytes\":0}";

    private final AttackApplication application =
            new AttackApplication(SECRET, this::principalOfThread);
    private final Journal journal = application.journal();
    private final CoreDecision core = new CoreDecision(application);
    private @Nullable LogCapture log;
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

    @BeforeAll
    void startServer() throws Exception {
        log = new LogCapture();
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
        if (log != null) {
            log.close();
        }
        application.trap().close();
    }

    @TestFactory
    Stream<DynamicTest> rows() {
        return Catalogue.of(application).stream()
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> run(attack)));
    }

    @TestFactory
    Stream<DynamicTest> hostileTokens() {
        HostileRows rows = new HostileRows(application.cast());
        return application.hostile().all().stream()
                .map(token -> DynamicTest.dynamicTest(
                        token.toString(), () -> runEach(rows.attacks(token))));
    }

    /** One token, wherever it can stand. */
    private void runEach(List<HttpAttack> attacks) throws Exception {
        for (HttpAttack attack : attacks) {
            attempt(attack);
        }
        assertGoesOn();
        if (attacks.stream().anyMatch(attack -> attack.id().startsWith("HDR-"))) {
            assertEquals(
                    0, application.trap().connections(), "connections that the token asked for");
        }
    }

    private void run(HttpAttack attack) throws Exception {
        attempt(attack);
        assertGoesOn();
    }

    private void attempt(HttpAttack attack) throws Exception {
        try {
            send(attack);
        } catch (AssertionError | IOException failed) {
            throw new AssertionError(attack.name() + ": " + failed.getMessage(), failed);
        }
    }

    private void send(HttpAttack attack) throws IOException {
        RawRequest request = attack.request();
        RawAnswer expected = core.answer(request);
        journal.clear();
        open(log).take();
        RawAnswer answer = open(connection).send(request);
        judge(attack, answer, expected);
        attack.more().accept(answer);
        assertNothingLeaks(attack, answer);
        if (isByServer(attack, answer) || !request.isRead()) {
            open(connection).close(); // the server may end it, announced or not
        }
    }

    /** What a server gives back to its sender of a request that it could not read never came to Jeton. */
    private void assertNothingLeaks(HttpAttack attack, RawAnswer answer) {
        Leaks leaks = new Leaks(attack.request(), SECRET);
        leaks.assertNotIn("the log", open(log).take());
        if (!isByServer(attack, answer)) {
            leaks.assertNotIn("the answer", answer.toString());
        }
    }

    private void judge(HttpAttack attack, RawAnswer answer, @Nullable RawAnswer expected) {
        Ruling ruling = attack.ruling();
        boolean byServer = isByServer(attack, answer);
        boolean runs = ruling != null && ruling.runs() && !byServer;
        assertEquals(runs ? 1 : 0, journal.runs(), "I1: how often the handler ran");
        assertEquals(0, journal.writes(), "I3: writes to the store");
        if (byServer) {
            assertNotEquals(500, answer.status(), "I6: " + answer);
        }
        if (ruling == null || byServer) {
            return;
        }
        if (!ruling.asks()) {
            assertEquals(0, journal.asked(), "I3: callbacks asked");
        }
        ruling.check(answer, attack.request().method().equals("HEAD"));
        if (expected != null) {
            assertSame(expected, answer);
        }
    }

    /** Whether server or router refused on their own: Jeton's refusals are problems, and handlers answer 200. */
    private static boolean isByServer(HttpAttack attack, RawAnswer answer) {
        return attack.serverMayRefuse()
                && answer.status() >= 300
                && !answer.value("Content-Type").startsWith("application/problem+json");
    }

    /** LOC-20: the same decision, to the byte, whatever the framework. */
    private static void assertSame(RawAnswer expected, RawAnswer answer) {
        assertEquals(expected.status(), answer.status(), "LOC-20: status");
        for (String name : new String[] {
            "WWW-Authenticate", "Set-Cookie", "Cache-Control", "Referrer-Policy", "Retry-After"
        }) {
            assertEquals(expected.values(name), answer.values(name), "LOC-20: " + name);
        }
        assertEquals(body(expected), body(answer), "LOC-20: body");
    }

    /** The reference of a failure is drawn anew for each. */
    private static String body(RawAnswer answer) {
        return answer.text().replaceAll("\"reference\":\"[0-9a-z]+\"", "\"reference\":\"\"");
    }

    /** The connection serves an anonymous request, unless the server has announced its end; then another does. */
    private void assertGoesOn() throws IOException {
        RawAnswer next = open(connection).send(RawRequest.get(WHO));
        assertEquals(NOBODY, next.text(), "I2, I6: the request behind");
    }

    private static <T> T open(@Nullable T resource) {
        if (resource == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return resource;
    }
}
