package dev.jeton.testkit.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jeton.testkit.conformance.ConformanceContract.Server;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Mixes users, anonymous requests, forged tokens, failing handlers and asynchronous ones on few threads, and looks whether anybody is
 * taken for somebody else, or something of a request is left when it is over. On a JVM that has virtual threads, the same on those.
 *
 * <p>{@code -Djeton.isolation.requests=1000000} sends more than the few of an ordinary build, {@code
 * -Djeton.isolation.concurrent=10000} has more of them wait for each other on virtual threads. Each run prints a line and is noted in
 * {@code target/isolation.tsv}.
 */
public abstract class IsolationContract {
    private static final int REQUESTS = Integer.getInteger("jeton.isolation.requests", 5_000);
    private static final int CONCURRENT = Integer.getInteger("jeton.isolation.concurrent", 1_000);
    private static final int ANONYMOUS = 100;
    private static final int VIRTUAL_THREADS_SINCE = 21;

    /** For subclasses, which JUnit makes. */
    protected IsolationContract() {}

    /** Starts the framework on a free port, with the application's routes, its Jetons in the adapter, and threads as it wants them. */
    protected abstract Server start(IsolationApplication application) throws Exception;

    /** The name of the adapter in reports. */
    protected abstract String adapter();

    /** Whom the framework takes the present thread to work for; null for nobody, and where it keeps no such thing with threads. */
    protected @Nullable Object principalOfThread() {
        return null;
    }

    @TestFactory
    List<DynamicTest> threads() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(
                "FRM-08, FRM-14, FRM-15, FRM-17: users alternate on few threads, and nobody is mixed up",
                () -> run(false)));
        if (Runtime.version().feature() >= VIRTUAL_THREADS_SINCE) {
            tests.add(DynamicTest.dynamicTest(
                    "FRM-16: nor is anybody on virtual threads, which are not pinned",
                    () -> run(true)));
        }
        return tests;
    }

    private void run(boolean virtual) throws Exception {
        try (IsolationApplication application =
                new IsolationApplication(virtual, this::principalOfThread)) {
            Server server = start(application);
            try {
                IsolationRun run = new IsolationRun(
                        application.jeton(), server.port(), application.patience());
                IsolationResult result =
                        virtual ? onVirtual(application, run) : on(application, run);
                result.note(Path.of("target", "isolation.tsv"));
                assertEquals(0, result.wrong(), () -> "wrong answers, such as: " + run.example());
                assertEquals(0, result.leftover(), "what is left of requests");
                assertEquals(0, result.pinned(), "virtual threads pinned for over 20 ms");
            } finally {
                server.stop().close();
            }
        }
    }

    private IsolationResult on(IsolationApplication application, IsolationRun run)
            throws Exception {
        int wrong = run.alternate(REQUESTS) + run.anonymous(ANONYMOUS);
        return new IsolationResult(
                adapter(), REQUESTS + ANONYMOUS, wrong, leftover(application), 0);
    }

    private IsolationResult onVirtual(IsolationApplication application, IsolationRun run)
            throws Exception {
        try (Pinning pinning = Pinning.watch()) {
            int wrong = run.alternate(REQUESTS);
            application.expectTogether(CONCURRENT);
            wrong += run.together(CONCURRENT) + run.anonymous(ANONYMOUS);
            int requests = REQUESTS + CONCURRENT + ANONYMOUS;
            return new IsolationResult(
                    adapter() + "-virtual",
                    requests,
                    wrong,
                    leftover(application),
                    pinning.events());
        }
    }

    /** On the application's own threads, on the server's, and anywhere else. */
    private int leftover(IsolationApplication application) throws Exception {
        int own = 0;
        for (int i = 0; i < ANONYMOUS; i++) {
            own += application.elsewhere().submit(this::principalOfThread).get() == null ? 0 : 1;
        }
        return own + application.leftovers().count();
    }
}
