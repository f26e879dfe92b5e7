package dev.jeton.testkit.attack;

import dev.jeton.JetonResolver;
import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.conformance.ConformanceApplication.Handler;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The application under attack, in neutral terms: an adapter's test registers its routes the way its framework does, as it does those
 * of the conformance application, and hands {@link #jetons()} to the adapter. Methods that a framework cannot route may be left out.
 */
public final class AttackApplication {
    static final String SECRET = "f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE";

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "LOCK",
            "QUERY");

    private final List<Route> routes = new ArrayList<>();
    private final Journal journal = new Journal();
    private final ConnectionTrap trap = ConnectionTrap.open();
    private final HostileTokens hostile;
    private final Jetons jetons;
    private final Cast cast;
    private final Supplier<@Nullable Object> principalOfThread;

    AttackApplication(Supplier<@Nullable Object> principalOfThread) {
        MovableClock clock = MovableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        this.jetons = new Jetons(journal, SECRET, clock);
        this.cast = new Cast(jetons.standard(), SECRET, clock);
        this.hostile = HostileTokens.at(clock.instant(), trap.address());
        jetons.addHostile(hostile);
        this.principalOfThread = principalOfThread;
        addPlaces();
        addKinds();
        addOthers();
        addHostile();
    }

    /** All routes. */
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /** The Jetons that decide, by the names that routes ask for. */
    public JetonResolver jetons() {
        return jetons.resolver();
    }

    Jetons all() {
        return jetons;
    }

    Cast cast() {
        return cast;
    }

    HostileTokens hostile() {
        return hostile;
    }

    /** Where tokens try to make the server connect to. */
    ConnectionTrap trap() {
        return trap;
    }

    Journal journal() {
        return journal;
    }

    /** The path of a route that looks into these places, in this order. */
    static String in(Location... places) {
        return "/in/" + names(places);
    }

    /** As {@link #in}, where a token is optional. */
    static String optionalIn(Location... places) {
        return "/optional-in/" + names(places);
    }

    private static String names(Location... places) {
        return Arrays.stream(places)
                .map(place -> place.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    private void addPlaces() {
        for (Location first : Location.values()) {
            addPlaces(first);
            for (Location second : Location.values()) {
                if (first != second) {
                    addPlaces(first, second);
                }
            }
        }
    }

    private void addPlaces(Location... places) {
        protect(in(places), r -> r.locations(places));
        protect(optionalIn(places), r -> r.optional().locations(places));
    }

    private void addKinds() {
        Location[] both = {Location.HEADERS, Location.COOKIES};
        protect("/admin", r -> r);
        protect("/fresh", r -> r.fresh().locations(both));
        protect("/fresh-5m", r -> r.fresh(Duration.ofMinutes(5)).locations(both));
        protect("/refresh", r -> r.refresh().locations(both));
        protect("/any-type", r -> r.anyType().locations(both));
        protect("/logout", r -> r.logout().locations(both));
        protect("/login-of-own-origin", r -> r.optional().sameOrigin(), this::login);
        routes.add(new Route("/login", METHODS, null, this::login));
        routes.add(new Route("/open", METHODS, null, this::answer));
    }

    private void addOthers() {
        for (String name : List.of(
                Jetons.FORM,
                Jetons.TRUSTING,
                Jetons.DOMAIN,
                Jetons.UNPREFIXED,
                Jetons.OTHER_FIELD,
                Jetons.BROKEN_CHECK,
                Jetons.BROKEN_USERS,
                Jetons.NO_USERS,
                Jetons.BROKEN_STORE)) {
            protect("/by/" + name, r -> r.by(name));
        }
        protect("/optional-by/" + Jetons.BROKEN_STORE, r -> r.optional().by(Jetons.BROKEN_STORE));
    }

    private void addHostile() {
        for (Location place : Location.values()) {
            UnaryOperator<JwtRequirement> there = r -> r.by(Jetons.HOSTILE).locations(place);
            protect(HostileRows.path(HostileToken.Route.ACCESS, place), there);
            protect(
                    HostileRows.path(HostileToken.Route.FRESH, place),
                    r -> there.apply(r).fresh());
            protect(
                    HostileRows.path(HostileToken.Route.REFRESH, place),
                    r -> there.apply(r).refresh());
        }
    }

    private void protect(String path, UnaryOperator<JwtRequirement> options) {
        protect(path, options, this::answer);
    }

    private void protect(String path, UnaryOperator<JwtRequirement> options, Handler handler) {
        routes.add(new Route(path, METHODS, JwtRequirement.of(options), handler));
    }

    /** Tells who it worked for, and how long a body it could read. */
    private Answer answer(Outcome outcome, byte[] body) {
        journal.run();
        Object left = principalOfThread.get();
        String json = "{\"subject\":\"%s\",\"outcome\":\"%s\",\"thread\":\"%s\",\"bytes\":%d}"
                .formatted(
                        Journal.who(outcome),
                        outcome.getClass().getSimpleName(),
                        left == null || !Journal.who(outcome).isEmpty() ? "" : left,
                        body.length);
        return Answer.json(200, json);
    }

    /** Sets the cookies of a login. */
    private Answer login(Outcome outcome, byte[] body) {
        Answer[] answer = {answer(outcome, body)};
        jetons.standard()
                .cookies()
                .set((name, value) -> answer[0] = answer[0].with(name, value), cast.alice);
        return answer[0];
    }
}
