package dev.jeton.web;

import dev.jeton.web.wire.RequestParts;

import java.util.List;
import java.util.function.Predicate;

/**
 * The methods that a request may be handled under: the one on the wire, and those that frameworks let a header or a parameter
 * put in its place.
 */
final class Methods {
    private static final List<String> OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    private Methods() {}

    /** Whether one of the methods is of this kind. */
    static boolean any(RequestParts request, Predicate<String> kind) {
        if (kind.test(request.request().method())) {
            return true;
        }
        for (String header : OVERRIDES) {
            if (request.request().headers(header).stream().anyMatch(kind)) {
                return true;
            }
        }
        List<String> parameters = request.query("_method");
        return parameters == null || parameters.stream().anyMatch(kind);
    }

    /** Whether the request only asks what a later one may do (Fetch §3.3.2), under its own method. */
    static boolean isPreflight(WebRequest request) {
        return request.method().equals("OPTIONS")
                && !request.headers("Origin").isEmpty()
                && !request.headers("Access-Control-Request-Method").isEmpty()
                && OVERRIDES.stream().allMatch(header -> request.headers(header).isEmpty());
    }
}
