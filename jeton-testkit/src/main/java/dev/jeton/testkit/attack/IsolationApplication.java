package dev.jeton.testkit.attack;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.testkit.conformance.ConformanceApplication.Handler;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The application whose requests must not be mixed up, in neutral terms: an adapter's test registers its routes as it does those
 * of the other contracts, but answers those that are {@linkplain #isLater later} in an asynchronous way of its framework, and runs
 * the server on {@link #THREADS} threads, or on virtual ones.
 */
public final class IsolationApplication implements AutoCloseable {
    /** How many platform threads answer requests. */
    public static final int THREADS = 4;

    static final String PLAIN = "/plain";
    static final String LATER = "/later";
    static final String FAILS = "/fails";
    static final String TOGETHER = "/together";
    /** How long all who are to wait for each other may take to come. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Jeton jeton = Jeton.withSecret("f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE");
    private final ExecutorService elsewhere = Executors.newFixedThreadPool(2);
    private final boolean virtual;
    private final Supplier<@Nullable Object> principalOfThread;
    private final Leftovers leftovers = new Leftovers();
    private volatile CountDownLatch arrived = new CountDownLatch(0);

    IsolationApplication(boolean virtual, Supplier<@Nullable Object> principalOfThread) {
        this.virtual = virtual;
        this.principalOfThread = principalOfThread;
    }

    /** All routes. */
    public List<Route> routes() {
        return List.of(
                route(PLAIN, this::answer),
                route(LATER, this::answer),
                route(FAILS, this::fail),
                route(TOGETHER, this::answerTogether));
    }

    private static Route route(String path, Handler handler) {
        JwtRequirement requirement =
                JwtRequirement.of(r -> r.optional().locations(Location.HEADERS, Location.COOKIES));
        return new Route(path, List.of("GET"), requirement, handler);
    }

    /** The Jeton that decides. */
    public JetonResolver jetons() {
        return (request, name) -> jeton;
    }

    /** Whether the handler is to be run after the server's thread has let go of the request, {@link #elsewhere()} for example. */
    public static boolean isLater(Route route) {
        return route.path().equals(LATER);
    }

    /** Threads of the application's own. */
    public ExecutorService elsewhere() {
        return elsewhere;
    }

    /** Whether the server is to work on virtual threads, without a limit to them. */
    public boolean isVirtual() {
        return virtual;
    }

    /** How long the server must let connections be idle, for some wait for many others. */
    public Duration patience() {
        return PATIENCE;
    }

    Jeton jeton() {
        return jeton;
    }

    Leftovers leftovers() {
        return leftovers;
    }

    /** The next requests to wait for each other. */
    void expectTogether(int requests) {
        arrived = new CountDownLatch(requests);
    }

    /** Who the application works for, in the words of the adapter. */
    static String text(String who) {
        return "for:" + who + ":";
    }

    private Answer answer(Outcome outcome, byte[] body) {
        String who = Journal.who(outcome);
        leftovers.look(who, principalOfThread.get());
        leftovers.watch(outcome);
        return Answer.of(200, "text/plain", text(who));
    }

    /** Starts a thread besides, which inherits nobody. */
    private Answer fail(Outcome outcome, byte[] body) {
        answer(outcome, body);
        Thread started = new Thread(() -> leftovers.look("", principalOfThread.get()));
        started.start();
        try {
            started.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        throw new IsolationFailure();
    }

    private Answer answerTogether(Outcome outcome, byte[] body) {
        CountDownLatch all = arrived;
        all.countDown();
        try {
            return all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    ? answer(outcome, body)
                    : Answer.empty(504);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        elsewhere.shutdownNow();
    }

    /** What handlers fail by; without a trace, for there are many. */
    @SuppressWarnings("serial")
    private static final class IsolationFailure extends RuntimeException {
        IsolationFailure() {
            super("failed on purpose", null, false, false);
        }
    }
}
