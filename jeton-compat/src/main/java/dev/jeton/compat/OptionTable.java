package dev.jeton.compat;

import static dev.jeton.compat.OptionKind.LIFETIME;
import static dev.jeton.compat.OptionKind.SECONDS;
import static dev.jeton.compat.OptionKind.SWITCH;
import static dev.jeton.compat.OptionKind.TEXT;
import static dev.jeton.compat.OptionKind.TEXTS;
import static dev.jeton.compat.OptionKind.TEXT_OR_TEXTS;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The options of each predecessor by name, with what they take and their defaults. */
final class OptionTable {
    /** One option of one predecessor. */
    record Entry(OptionKind kind, @Nullable Object fallback) {}

    /** Options that FastJWT reads and never looks at, or that ask for what it does anyway. */
    static final Set<String> WITHOUT_EFFECT = Set.of(
            "JWT_DECODE_ALGORITHMS",
            "JWT_DECODE_LEEWAY",
            "JWT_IDENTITY_CLAIM",
            "JWT_ENCODE_NBF",
            "JWT_SESSION_COOKIE",
            "JWT_ERROR_MESSAGE_KEY",
            "JWT_IMPLICIT_REFRESH_METHOD_INCLUDE");

    private static final String FRAMEWORK_SECRET = "SECRET_KEY";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private OptionTable() {}

    static Map<String, Entry> of(Predecessor predecessor) {
        OptionTable table = new OptionTable();
        table.addShared();
        switch (predecessor) {
            case FLASK_JWT_EXTENDED -> table.addFlask();
            case QUART_JWT_EXTENDED -> table.addQuart();
            case FASTJWT -> table.addFastJwt();
        }
        return table.entries;
    }

    private void addShared() {
        addTokens();
        addPlaces();
        addCookies();
        addCsrf();
    }

    private void addTokens() {
        add("ACCESS_TOKEN_EXPIRES", LIFETIME, 900);
        add("REFRESH_TOKEN_EXPIRES", LIFETIME, 30 * 86_400);
        add("ALGORITHM", TEXT, "HS256");
        add("DECODE_ALGORITHMS", TEXTS, null);
        add("SECRET_KEY", TEXT, null);
        add("PRIVATE_KEY", TEXT, null);
        add("PUBLIC_KEY", TEXT, null);
        add("DECODE_AUDIENCE", TEXT_OR_TEXTS, null);
        add("DECODE_ISSUER", TEXT_OR_TEXTS, null);
        add("DECODE_LEEWAY", SECONDS, 0);
        add("ENCODE_ISSUER", TEXT, null);
        add("ERROR_MESSAGE_KEY", TEXT, "msg");
        add("IDENTITY_CLAIM", TEXT, "sub");
    }

    private void addPlaces() {
        add("TOKEN_LOCATION", TEXTS, "headers");
        add("HEADER_NAME", TEXT, "Authorization");
        add("HEADER_TYPE", TEXT, "Bearer");
        add("QUERY_STRING_NAME", TEXT, "jwt");
        add("JSON_KEY", TEXT, "access_token");
        add("REFRESH_JSON_KEY", TEXT, "refresh_token");
    }

    private void addCookies() {
        add("ACCESS_COOKIE_NAME", TEXT, "access_token_cookie");
        add("REFRESH_COOKIE_NAME", TEXT, "refresh_token_cookie");
        add("ACCESS_COOKIE_PATH", TEXT, "/");
        add("REFRESH_COOKIE_PATH", TEXT, "/");
        add("ACCESS_CSRF_COOKIE_NAME", TEXT, "csrf_access_token");
        add("REFRESH_CSRF_COOKIE_NAME", TEXT, "csrf_refresh_token");
        add("ACCESS_CSRF_COOKIE_PATH", TEXT, "/");
        add("REFRESH_CSRF_COOKIE_PATH", TEXT, "/");
        add("COOKIE_SECURE", SWITCH, false);
        add("COOKIE_DOMAIN", TEXT, null);
        add("COOKIE_SAMESITE", TEXT, null);
        add("SESSION_COOKIE", SWITCH, true);
    }

    private void addCsrf() {
        add("COOKIE_CSRF_PROTECT", SWITCH, true);
        add("CSRF_IN_COOKIES", SWITCH, true);
        add("CSRF_CHECK_FORM", SWITCH, false);
        add("CSRF_METHODS", TEXTS, "POST,PUT,PATCH,DELETE");
        add("ACCESS_CSRF_HEADER_NAME", TEXT, "X-CSRF-TOKEN");
        add("REFRESH_CSRF_HEADER_NAME", TEXT, "X-CSRF-TOKEN");
        add("ACCESS_CSRF_FIELD_NAME", TEXT, "csrf_token");
        add("REFRESH_CSRF_FIELD_NAME", TEXT, "csrf_token");
    }

    private void addFlask() {
        entries.put(FRAMEWORK_SECRET, new Entry(TEXT, null));
        add("ENCODE_AUDIENCE", TEXT_OR_TEXTS, null);
        add("ENCODE_NBF", SWITCH, true);
        add("VERIFY_SUB", SWITCH, true);
        add("QUERY_STRING_VALUE_PREFIX", TEXT, "");
    }

    private void addQuart() {
        entries.put(FRAMEWORK_SECRET, new Entry(TEXT, null));
        add("IDENTITY_CLAIM", TEXT, "identity");
        add("USER_CLAIMS", TEXT, "user_claims");
        add("CLAIMS_IN_REFRESH_TOKEN", SWITCH, false);
        add("BLACKLIST_ENABLED", SWITCH, false);
        add("BLACKLIST_TOKEN_CHECKS", TEXTS, "access,refresh");
        add("CSRF_HEADER_NAME", TEXT, null);
    }

    private void addFastJwt() {
        add("ENCODE_AUDIENCE", TEXT_OR_TEXTS, null);
        add("ENCODE_NBF", SWITCH, true);
        add("REFRESH_TOKEN_EXPIRES", LIFETIME, 20 * 86_400);
        add("QUERY_STRING_NAME", TEXT, "token");
        add("COOKIE_SECURE", SWITCH, true);
        add("COOKIE_SAMESITE", TEXT, "Lax");
        add("COOKIE_MAX_AGE", SECONDS, null);
        add("IMPLICIT_REFRESH_ROUTE_EXCLUDE", TEXTS, null);
        add("IMPLICIT_REFRESH_ROUTE_INCLUDE", TEXTS, null);
        add("IMPLICIT_REFRESH_METHOD_EXCLUDE", TEXTS, null);
        add("IMPLICIT_REFRESH_METHOD_INCLUDE", TEXTS, null);
        add("IMPLICIT_REFRESH_DELTATIME", SECONDS, 600);
    }

    private void add(String name, OptionKind kind, @Nullable Object fallback) {
        entries.put("JWT_" + name, new Entry(kind, kind.read(fallback)));
    }
}
