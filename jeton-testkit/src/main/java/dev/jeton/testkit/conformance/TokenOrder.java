package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a request for a token says of it; what it does not say is left to the library, and empty here. */
record TokenOrder(
        Optional<Boolean> fresh,
        Optional<Duration> freshFor,
        Optional<Duration> lifetime,
        boolean isUnlimited,
        Optional<Map<String, @Nullable Object>> claims,
        Optional<Map<String, @Nullable Object>> headers) {

    static TokenOrder of(Members body) {
        Object fresh = body.takeOrNull("fresh");
        Object expires = body.takeOrNull("expires");
        return new TokenOrder(
                fresh instanceof Boolean isFresh ? Optional.of(isFresh) : Optional.empty(),
                seconds(fresh),
                seconds(expires),
                Boolean.FALSE.equals(expires),
                object(body, "claims"),
                object(body, "headers"));
    }

    private static Optional<Duration> seconds(@Nullable Object value) {
        return value instanceof JsonNumber number
                ? Optional.of(number.seconds())
                : Optional.empty();
    }

    private static Optional<Map<String, @Nullable Object>> object(Members body, String name) {
        return body.has(name) ? Optional.of(Json.plainObject(body.object(name))) : Optional.empty();
    }
}
