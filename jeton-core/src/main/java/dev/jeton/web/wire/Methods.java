package dev.jeton.web.wire;

import dev.jeton.web.WebRequest;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The methods that a request may be handled under: the one on the wire, and those that frameworks let a header or a parameter
 * put in its place.
 */
public final class Methods {
    private static final List<String> OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");
    private static final String PARAMETER = "_method";

    private Methods() {}

    /** Whether the request may be handled under a method of this kind. */
    public static boolean any(RequestParts request, Predicate<String> kind) {
        if (kind.test(request.request().method())) {
            return true;
        }
        for (String header : OVERRIDES) {
            if (anySpelling(request.request().headers(header), kind)) {
                return true;
            }
        }
        List<String> parameters = request.query(PARAMETER);
        return parameters == null ? kind.test("") : anySpelling(parameters, kind);
    }

    /** What takes such values from forms writes them in capitals first. */
    private static boolean anySpelling(List<String> methods, Predicate<String> kind) {
        return methods.stream()
                .anyMatch(
                        method -> kind.test(method) || kind.test(method.toUpperCase(Locale.ROOT)));
    }

    /** Whether a header or a parameter puts another method in the place of the one on the wire. */
    public static boolean isOverridden(WebRequest request) {
        String query = request.rawQuery();
        List<String> parameters = query == null ? List.of() : UrlEncoded.values(query, PARAMETER);
        return parameters == null
                || !parameters.isEmpty()
                || OVERRIDES.stream()
                        .anyMatch(header -> !request.headers(header).isEmpty());
    }

    /** Whether the request only asks what a later one may do: a CORS preflight carries no credentials (Fetch §4.8). */
    public static boolean isPreflight(WebRequest request) {
        return request.method().equals("OPTIONS")
                && !request.headers("Origin").isEmpty()
                && !request.headers("Access-Control-Request-Method").isEmpty();
    }
}
