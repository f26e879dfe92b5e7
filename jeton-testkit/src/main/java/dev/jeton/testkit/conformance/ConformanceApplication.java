package dev.jeton.testkit.conformance;

import dev.jeton.JetonResolver;
import dev.jeton.web.Answer;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application under test, in neutral terms: an adapter's test registers these routes the way its framework does, and
 * hands {@link #jetons()} to the adapter. One server serves all cases, for the Jeton behind it changes from case to case.
 */
public final class ConformanceApplication {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final List<Route> routes = new ArrayList<>();
    private volatile @Nullable Installed installed;

    ConformanceApplication() {
        TokenReply reply = new TokenReply(this::installed);
        protect("/protected", r -> r, reply);
        protect("/optional", JwtRequirement::optional, reply);
        protect("/fresh", JwtRequirement::fresh, reply);
        protect("/fresh-optional", r -> r.fresh().optional(), reply);
        protect("/refresh", JwtRequirement::refresh, reply);
        protect("/any-type", JwtRequirement::anyType, reply);
        protect("/no-revocation", JwtRequirement::withoutRevocationCheck, reply);
        for (List<Location> order : orders(List.of(), List.of(Location.values()))) {
            Location[] places = order.toArray(Location[]::new);
            protect("/in/" + path(order), r -> r.locations(places), reply);
            protect("/optional-in/" + path(order), r -> r.optional().locations(places), reply);
            protect("/refresh-in/" + path(order), r -> r.refresh().locations(places), reply);
        }
        routes.add(new Route("/open", METHODS, null, reply));
        LibraryRoutes.all(this::installed)
                .forEach((path, handler) ->
                        routes.add(new Route(path, List.of("POST"), null, handler)));
    }

    /**
     * A route to register, for each of its methods.
     *
     * @param path the path, without patterns or parameters
     * @param requirement what the adapter protects the route with, or null where it does not
     * @param handler the route's own work, once the adapter lets a request through
     */
    public record Route(
            String path,
            List<String> methods,
            @Nullable JwtRequirement requirement,
            Handler handler) {}

    /** The work of a route: gets the adapter's outcome and the body, as the framework's own handlers would read them. */
    @FunctionalInterface
    public interface Handler {
        /** The answer to send: status, headers, which may repeat a name, and body. */
        Answer answer(Outcome outcome, byte[] body);
    }

    /** All routes. */
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /** The Jeton of the present case, for every request and name; to be handed to the adapter. */
    public JetonResolver jetons() {
        return (request, name) -> installed().library().jeton();
    }

    /** The case that the application serves, and Jeton as it is set up for it. */
    record Installed(ConformanceCase wanted, Library library) {}

    void install(ConformanceCase wanted, Library library) {
        installed = new Installed(wanted, library);
    }

    private Installed installed() {
        Installed present = installed;
        if (present == null) {
            throw new IllegalStateException("a request came before the first case");
        }
        return present;
    }

    private void protect(String path, UnaryOperator<JwtRequirement> options, Handler handler) {
        routes.add(new Route(path, METHODS, JwtRequirement.of(options), handler));
    }

    private static String path(List<Location> order) {
        return order.stream()
                .map(place -> place.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** Every order of one or more of the locations that are left, behind the first ones. */
    private static List<List<Location>> orders(List<Location> first, Collection<Location> left) {
        return left.stream()
                .flatMap(next -> {
                    List<Location> order =
                            Stream.concat(first.stream(), Stream.of(next)).toList();
                    List<Location> rest =
                            left.stream().filter(place -> place != next).toList();
                    return Stream.concat(Stream.of(order), orders(order, rest).stream());
                })
                .toList();
    }
}
