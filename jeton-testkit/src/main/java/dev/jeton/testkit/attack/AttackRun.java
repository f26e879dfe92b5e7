package dev.jeton.testkit.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jeton.web.Location;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends attacks to a server and asserts what {@link AttackContract} promises. */
final class AttackRun {
    private static final String WHO = AttackApplication.optionalIn(Location.HEADERS);
    private static final String NOBODY =
            "{\"subject\":\"\",\"outcome\":\"Anonymous\",\"thread\":\"\",\"bytes\":0}";

    private final AttackApplication application;
    private final Journal journal;
    private final CoreDecision core;
    private final LogCapture log;
    private final Transport connection;
    private int compared;

    AttackRun(AttackApplication application, LogCapture log, Transport connection) {
        this.application = application;
        this.journal = application.journal();
        this.core = new CoreDecision(application);
        this.log = log;
        this.connection = connection;
    }

    /** One token, wherever it can stand. */
    void runEach(List<HttpAttack> attacks) throws Exception {
        for (HttpAttack attack : attacks) {
            attempt(attack);
        }
        assertGoesOn();
        if (attacks.stream().anyMatch(attack -> attack.id().startsWith("HDR-"))) {
            assertEquals(
                    0, application.trap().connections(), "connections that the token asked for");
        }
    }

    void run(HttpAttack attack) throws Exception {
        attempt(attack);
        assertGoesOn();
    }

    void run(UnfinishedBodies.Attempt attempt, int runs) throws IOException {
        journal.clear();
        attempt.run();
        assertGoesOn();
        assertEquals(
                runs + 1,
                journal.runs(),
                "I1: how often handlers ran, that of the request behind too");
    }

    /** Whatever was mixed, the answer is the core's, and the handler runs when the core lets it. */
    void runMixed(MixedRequests.Mixed mixed) throws IOException {
        RawAnswer expected = core.answer(mixed.seen());
        if (expected == null) {
            return;
        }
        journal.clear();
        RawAnswer answer = connection.send(mixed.sent());
        try {
            judgeMixed(expected, answer);
            if (isByServer(answer) || core.leavesBody(mixed.seen())) {
                connection.close();
            }
            assertGoesOn();
        } catch (AssertionError failed) {
            String sent = new String(mixed.sent().bytes(), StandardCharsets.ISO_8859_1);
            throw new AssertionError(failed.getMessage() + "\nfor " + sent, failed);
        }
    }

    private void judgeMixed(RawAnswer expected, RawAnswer answer) {
        boolean byServer = isByServer(answer);
        boolean runs = expected.status() == 200 && !byServer;
        assertEquals(runs ? 1 : 0, journal.runs(), "I1: how often the handler ran");
        if (!byServer) {
            assertSameHead(expected, answer);
            assertEquals(subject(expected), subject(answer), "LOC-20: body");
        }
    }

    /** A handler's answer as far as Jeton has a say: frameworks may read a form, or a preflight's body, before it does. */
    private static String subject(RawAnswer answer) {
        String body = body(answer);
        return body.contains("\"Unchecked\"") ? "" : body.replaceAll("\"bytes\":[0-9]+", "");
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
        log.take();
        RawAnswer answer = connection.send(request);
        judge(attack, answer, expected);
        attack.more().accept(answer);
        assertNothingLeaks(attack, answer);
        if (isByServer(attack, answer) || !request.isRead()) {
            connection.close(); // the server may end it, announced or not
        }
    }

    /** What a server gives back to its sender of a request that it could not read never came to Jeton. */
    private void assertNothingLeaks(HttpAttack attack, RawAnswer answer) {
        Leaks leaks = new Leaks(attack.request(), AttackApplication.SECRET);
        leaks.assertNotIn("the log", log.take());
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
            compared++;
        }
    }

    /** So that no change of routes makes the comparison fall silent. */
    void assertCompared() {
        assertTrue(compared > 100, "answers compared with the core's: " + compared);
    }

    /** Whether server or router refused on their own: Jeton's refusals are problems, and handlers answer 200. */
    private static boolean isByServer(HttpAttack attack, RawAnswer answer) {
        return attack.serverMayRefuse() && isByServer(answer);
    }

    private static boolean isByServer(RawAnswer answer) {
        return answer.status() >= 300
                && !answer.value("Content-Type").startsWith("application/problem+json");
    }

    /** LOC-20: the same decision, to the byte, whatever the framework. */
    private static void assertSame(RawAnswer expected, RawAnswer answer) {
        assertSameHead(expected, answer);
        assertEquals(body(expected), body(answer), "LOC-20: body");
    }

    private static void assertSameHead(RawAnswer expected, RawAnswer answer) {
        assertEquals(expected.status(), answer.status(), "LOC-20: status");
        for (String name : new String[] {
            "WWW-Authenticate", "Set-Cookie", "Cache-Control", "Referrer-Policy", "Retry-After"
        }) {
            assertEquals(expected.values(name), answer.values(name), "LOC-20: " + name);
        }
    }

    /** The reference of a failure is drawn anew for each. */
    private static String body(RawAnswer answer) {
        return answer.text().replaceAll("\"reference\":\"[0-9a-z]+\"", "\"reference\":\"\"");
    }

    /** The connection serves an anonymous request, unless the server has announced its end; then another does. */
    private void assertGoesOn() throws IOException {
        RawAnswer next = connection.send(RawRequest.get(WHO));
        assertEquals(NOBODY, next.text(), "I2, I6: the request behind");
    }
}
