package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Cookie;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a Set-Cookie field (RFC 6265 §4.1) in the terms of the contract. */
final class SetCookie {
    private static final Set<String> KNOWN =
            Set.of("path", "domain", "max-age", "expires", "httponly", "secure", "samesite");

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final String name;
    private final String value;

    private SetCookie(String field) {
        String[] parts = field.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("a Set-Cookie without a name");
        }
        name = parts[0].substring(0, equals).strip();
        value = parts[0].substring(equals + 1).strip();
        for (int i = 1; i < parts.length; i++) {
            addAttribute(parts[i].strip());
        }
    }

    /** The cookie of one field; IllegalArgumentException says why the field is none. */
    static Cookie parse(String field, Instant now) {
        return new SetCookie(field).toCookie(now);
    }

    private void addAttribute(String text) {
        int equals = text.indexOf('=');
        String attribute =
                (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(attribute)) {
            throw new IllegalArgumentException("cookie " + name + " has the attribute " + text);
        }
        if (attributes.put(
                        attribute, equals < 0 ? "" : text.substring(equals + 1).strip())
                != null) {
            throw new IllegalArgumentException(
                    "cookie " + name + " has the attribute " + attribute + " twice");
        }
    }

    private Cookie toCookie(Instant now) {
        Long maxAge = maxAge();
        String expires = null;
        if (maxAge == null && attributes.containsKey("expires")) {
            boolean past = !expires().isAfter(now);
            maxAge = past ? Long.valueOf(0) : null;
            expires = past ? null : "future";
        }
        return new Cookie(
                name,
                value,
                attributes.get("path"),
                attributes.get("domain"),
                maxAge,
                expires,
                attributes.containsKey("httponly"),
                attributes.containsKey("secure"),
                attributes.get("samesite"));
    }

    /** A Max-Age of 0 or less means that the cookie is deleted, and is written 0. */
    private @Nullable Long maxAge() {
        String text = attributes.get("max-age");
        try {
            return text == null ? null : Long.valueOf(Math.max(0, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cookie " + name + " has the Max-Age " + text, e);
        }
    }

    private Instant expires() {
        String text = String.valueOf(attributes.get("expires"));
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("cookie " + name + " has the Expires " + text, e);
        }
    }
}
