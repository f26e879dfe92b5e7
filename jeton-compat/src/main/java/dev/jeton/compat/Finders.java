package dev.jeton.compat;

import dev.jeton.web.Location;
import dev.jeton.web.WebSettings;
import dev.jeton.web.wire.TokenFinder;

import java.util.Map;

/** Where each predecessor looks for tokens, and what it notes when there is none. */
final class Finders {
    private Finders() {}

    static Map<Location, TokenFinder> flask(WebSettings settings) {
        return Map.of(
                Location.HEADERS, HeaderFinders.flask(settings),
                Location.COOKIES,
                        new CookieFinder(settings, "Missing cookie \"%s\"", Which.FIRST, true),
                Location.QUERY_STRING,
                        new QueryFinder(
                                settings, "Missing '%s' query paramater", Which.FIRST, true),
                Location.JSON, new BodyFinder(settings, BodyFinder::isJsonOfAnyKind, true, false));
    }

    static Map<Location, TokenFinder> quart(WebSettings settings) {
        return Map.of(
                Location.HEADERS, HeaderFinders.quart(settings),
                Location.COOKIES,
                        new CookieFinder(settings, "Missing cookie \"%s\"", Which.FIRST, true),
                Location.QUERY_STRING,
                        new QueryFinder(
                                settings, "Missing \"%s\" query paramater", Which.FIRST, true),
                Location.JSON, new BodyFinder(settings, BodyFinder::isExactlyJson, false, false));
    }

    static Map<Location, TokenFinder> fastJwt(WebSettings settings) {
        return Map.of(
                Location.HEADERS, HeaderFinders.fastJwt(settings),
                Location.COOKIES,
                        new CookieFinder(settings, "Missing cookie '%s'.", Which.LAST, false),
                Location.QUERY_STRING,
                        new QueryFinder(
                                settings, "Missing '%s' in query parameters", Which.LAST, false),
                Location.JSON, new BodyFinder(settings, BodyFinder::isExactlyJson, false, true));
    }
}
