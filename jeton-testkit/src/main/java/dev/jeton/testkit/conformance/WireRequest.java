package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Body;
import dev.jeton.testkit.conformance.ConformanceCase.BodyKind;
import dev.jeton.testkit.conformance.ConformanceCase.Pair;
import dev.jeton.testkit.conformance.ConformanceCase.Request;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A request as it goes over the wire: nothing is added to it but Host, Connection and Content-Length. */
record WireRequest(String method, String target, List<Pair> headers, byte @Nullable [] body) {

    static WireRequest of(Request request, Variables variables) {
        List<Pair> headers = new ArrayList<>(variables.in(request.headers()));
        List<Pair> cookies = variables.in(request.cookies());
        if (!cookies.isEmpty()) {
            headers.add(new Pair("Cookie", joined(cookies, "; ")));
        }
        String type = contentType(request.body(), variables);
        if (type != null && lacks(headers, "Content-Type")) {
            headers.add(new Pair("Content-Type", type));
        }
        String target = target(variables.inText(request.path()), variables.in(request.query()));
        return new WireRequest(request.method(), target, headers, body(request.body(), variables));
    }

    /** Whether no header of this name is stated. */
    boolean lacks(String name) {
        return lacks(headers, name);
    }

    private static boolean lacks(List<Pair> headers, String name) {
        return headers.stream().noneMatch(header -> header.name().equalsIgnoreCase(name));
    }

    private static String target(String path, List<Pair> query) {
        if (query.isEmpty()) {
            return path;
        }
        List<Pair> encoded = query.stream()
                .map(pair -> new Pair(percent(pair.name()), percent(pair.value())))
                .toList();
        return path + (path.contains("?") ? "&" : "?") + joined(encoded, "&");
    }

    private static @Nullable String contentType(Body body, Variables variables) {
        String stated = body.contentType();
        if (stated != null) {
            return variables.inText(stated);
        }
        return switch (body.kind()) {
            case JSON -> "application/json";
            case FORM -> "application/x-www-form-urlencoded";
            case NONE, TEXT -> null;
        };
    }

    private static byte @Nullable [] body(Body body, Variables variables) {
        if (body.kind() == BodyKind.NONE) {
            return null;
        }
        Object value = body.value();
        String text = switch (body.kind()) {
            case JSON -> Json.write(variables.in(value));
            case FORM -> form(value, variables);
            default -> variables.inText(String.valueOf(value));
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String form(@Nullable Object value, Variables variables) {
        List<Pair> fields = new ArrayList<>();
        for (Object field : Members.array(value, "form")) {
            Pair pair = (Pair) field;
            fields.add(new Pair(
                    formEncoded(variables.inText(pair.name())),
                    formEncoded(variables.inText(pair.value()))));
        }
        return joined(fields, "&");
    }

    private static String joined(List<Pair> pairs, String separator) {
        return pairs.stream()
                .map(pair -> pair.name() + "=" + pair.value())
                .collect(Collectors.joining(separator));
    }

    private static String formEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String percent(String text) {
        return formEncoded(text).replace("+", "%20");
    }
}
