package dev.jeton.web;

import dev.jeton.web.CookieSettings.Clearing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the {@code Set-Cookie} fields of one answer (RFC 6265bis §4.1.1); the last one of a name and path wins. */
final class CookieWriter {
    private static final int LIMIT = 4_096;

    private final CookieSettings settings;
    private final @Nullable String domain;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    CookieWriter(CookieSettings settings, @Nullable String domain) {
        if (domain != null && !CookieProblems.isDomain(domain)) {
            throw new IllegalArgumentException(
                    "a cookie's domain is a host name such as example.org");
        }
        this.settings = settings;
        this.domain = domain;
    }

    void add(String name, String value, String path, boolean httpOnly, @Nullable Duration age) {
        requireValue(name, value);
        StringBuilder field = start(name, value, path);
        if (age != null) {
            field.append("; Max-Age=").append(age.toSeconds());
        }
        put(name, path, finish(field, settings.secure(), httpOnly, settings.sameSite()));
    }

    void clear(String name, String path, boolean httpOnly) {
        StringBuilder field = start(name, "", path).append("; Max-Age=0");
        put(
                name,
                path,
                settings.clearing() == Clearing.AS_SET
                        ? finish(field, settings.secure(), httpOnly, settings.sameSite())
                        : finish(field, false, false, "Lax"));
    }

    private StringBuilder start(String name, String value, String path) {
        if (domain != null && name.startsWith("__Host-")) {
            throw new IllegalArgumentException("browsers refuse the cookie " + name
                    + " with a Domain: configure the domain, and Jeton works out another prefix");
        }
        StringBuilder field = new StringBuilder(value.length() + 128);
        field.append(name).append('=').append(value).append("; Path=").append(path);
        return domain == null ? field : field.append("; Domain=").append(domain);
    }

    private static String finish(
            StringBuilder field, boolean secure, boolean httpOnly, @Nullable String sameSite) {
        if (secure) {
            field.append("; Secure");
        }
        if (httpOnly) {
            field.append("; HttpOnly");
        }
        return sameSite == null
                ? field.toString()
                : field.append("; SameSite=").append(sameSite).toString();
    }

    private void put(String name, String path, String field) {
        cookies.put(name + ';' + path, field);
    }

    private static void requireValue(String name, String value) {
        if (!Syntax.isCookieValue(value)) {
            throw new IllegalArgumentException(
                    "the value of the cookie " + name + " holds characters that no cookie can");
        }
        int size = name.length() + value.length();
        if (size > LIMIT) {
            throw new IllegalArgumentException(
                    "the cookie %s has %,d bytes, and browsers keep %,d at most%s"
                            .formatted(name, size, LIMIT, ClaimSizes.largest(value)));
        }
    }

    /** The cookies, and the field that keeps them out of caches. */
    List<HttpHeader> fields() {
        List<HttpHeader> fields = cookies();
        fields.add(TokenCookies.NO_STORE);
        return fields;
    }

    List<HttpHeader> cookies() {
        List<HttpHeader> fields = new ArrayList<>();
        cookies.values().forEach(field -> fields.add(new HttpHeader("Set-Cookie", field)));
        return fields;
    }
}
