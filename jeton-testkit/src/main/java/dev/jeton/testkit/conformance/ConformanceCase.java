package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** One recorded case: an application's settings and callbacks, tokens, and the requests with their answers. */
record ConformanceCase(
        String id,
        Preset preset,
        Map<String, @Nullable Object> settings,
        Hooks hooks,
        Map<String, Mint> mints,
        List<Step> steps) {

    /** One request, what to keep of its answer, and what the answer has to be. */
    record Step(Request request, Map<String, String> save, Expectation expect) {}

    /** A request in the words of the case; texts may hold variables. */
    record Request(
            String method,
            String path,
            List<Pair> headers,
            List<Pair> cookies,
            List<Pair> query,
            Body body) {}

    /** A name with its value, for things whose order counts and that may stand twice. */
    record Pair(String name, String value) {}

    /** What a request carries, and the Content-Type when the case states one. */
    record Body(
            BodyKind kind, @Nullable Object value, @Nullable String contentType) {}

    /** The ways to state a body. */
    enum BodyKind {
        NONE,
        JSON,
        FORM,
        TEXT
    }

    /** What the answer has to be; {@code json} is looked at only where {@code statesJson}. */
    record Expectation(
            int status,
            boolean statesJson,
            @Nullable Object json,
            List<Cookie> cookies,
            Map<String, String> headers) {}

    /** A Set-Cookie, with every attribute that it may have; null means that the attribute must be absent. */
    record Cookie(
            String name,
            String value,
            @Nullable String path,
            @Nullable String domain,
            @Nullable Long maxAge,
            @Nullable String expires,
            boolean httpOnly,
            boolean secure,
            @Nullable String sameSite) {}
}
