package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Cookie;
import dev.jeton.testkit.conformance.ConformanceCase.Expectation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares a whole answer with what its step states: status, body, cookies and headers. */
final class AnswerComparison {
    private final Expectation expected;
    private final Variables variables;
    private final Instant now;

    AnswerComparison(Expectation expected, Variables variables, Instant now) {
        this.expected = expected;
        this.variables = variables;
        this.now = now;
    }

    /** How the status differs, or null. */
    @Nullable
    String statusDifference(WireResponse answer) {
        return answer.status() == expected.status()
                ? null
                : "status is "
                        + answer.status()
                        + " instead of "
                        + expected.status()
                        + body(answer);
    }

    /** How anything but the status differs, or null. */
    @Nullable
    String difference(WireResponse answer) {
        String difference = expected.statesJson() ? jsonDifference(answer) : null;
        if (difference == null) {
            difference = cookiesDifference(answer.values("Set-Cookie"));
        }
        return difference != null ? difference : headersDifference(answer);
    }

    private static String body(WireResponse answer) {
        String text = answer.text().replaceAll("\\s+", " ");
        return text.isEmpty()
                ? ""
                : ", with " + (text.length() > 200 ? text.substring(0, 200) + "..." : text);
    }

    private @Nullable String jsonDifference(WireResponse answer) {
        Object actual;
        try {
            actual = Json.parse(answer.text());
        } catch (NotUnderstoodException e) {
            return "body is " + e.getMessage() + body(answer);
        }
        return new JsonComparison(now).difference(variables.in(expected.json()), actual, "json");
    }

    private @Nullable String cookiesDifference(List<String> fields) {
        List<Cookie> left = new ArrayList<>();
        try {
            fields.forEach(field -> left.add(SetCookie.parse(field, now)));
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        for (Cookie stated : expected.cookies()) {
            String difference = takeOut(resolved(stated), left);
            if (difference != null) {
                return difference;
            }
        }
        return left.isEmpty()
                ? null
                : "cookie " + left.get(0).name() + " is set, though it is not stated";
    }

    private Cookie resolved(Cookie stated) {
        return new Cookie(
                variables.inText(stated.name()),
                variables.inText(stated.value()),
                resolved(stated.path()),
                resolved(stated.domain()),
                stated.maxAge(),
                stated.expires(),
                stated.httpOnly(),
                stated.secure(),
                stated.sameSite());
    }

    private @Nullable String resolved(@Nullable String text) {
        return text == null ? null : variables.inText(text);
    }

    /** Takes the stated cookie out of those that are left, or says how the one of its name differs. */
    private static @Nullable String takeOut(Cookie stated, List<Cookie> left) {
        String closest = "cookie " + stated.name() + " is missing";
        for (Cookie cookie : left) {
            if (cookie.name().equals(stated.name())) {
                String difference = cookieDifference(stated, cookie);
                if (difference == null) {
                    left.remove(cookie);
                    return null;
                }
                closest = difference;
            }
        }
        return closest;
    }

    private static @Nullable String cookieDifference(Cookie stated, Cookie actual) {
        if (!JsonComparison.matches(stated.value(), actual.value())) {
            return different(stated, "value", actual.value(), stated.value());
        }
        Map<String, @Nullable Object> wanted = attributes(stated);
        for (Map.Entry<String, @Nullable Object> attribute : attributes(actual).entrySet()) {
            Object other = wanted.get(attribute.getKey());
            if (!Objects.equals(attribute.getValue(), other)) {
                return different(stated, attribute.getKey(), attribute.getValue(), other);
            }
        }
        return null;
    }

    private static String different(
            Cookie cookie, String what, @Nullable Object actual, @Nullable Object wanted) {
        return "cookie " + cookie.name() + ": " + what + " is " + actual + " instead of " + wanted;
    }

    private static Map<String, @Nullable Object> attributes(Cookie cookie) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("path", cookie.path());
        attributes.put("domain", cookie.domain());
        attributes.put("max_age", cookie.maxAge());
        attributes.put("expires", cookie.expires());
        attributes.put("http_only", cookie.httpOnly());
        attributes.put("secure", cookie.secure());
        attributes.put("same_site", cookie.sameSite());
        return attributes;
    }

    private @Nullable String headersDifference(WireResponse answer) {
        for (Map.Entry<String, String> stated : expected.headers().entrySet()) {
            List<String> values = answer.values(stated.getKey());
            String value = variables.inText(stated.getValue());
            if (values.isEmpty()) {
                return "header " + stated.getKey() + " is missing";
            }
            if (!JsonComparison.matches(value, String.join(", ", values))) {
                return "header "
                        + stated.getKey()
                        + " is "
                        + String.join(", ", values)
                        + " instead of "
                        + value;
            }
        }
        return null;
    }
}
