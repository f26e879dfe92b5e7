package dev.jeton.web;

import dev.jeton.web.wire.TokenFinder;

import java.util.EnumMap;
import java.util.Map;

/** Where tokens are found in the default profile. */
final class StandardFinders {
    private StandardFinders() {}

    static Map<Location, TokenFinder> of(WebSettings settings) {
        Map<Location, TokenFinder> finders = new EnumMap<>(Location.class);
        finders.put(Location.HEADERS, new HeaderFinder(settings));
        finders.put(Location.COOKIES, new CookieFinder(settings));
        finders.put(Location.QUERY_STRING, new QueryFinder(settings));
        finders.put(Location.JSON, new JsonFinder(settings));
        return finders;
    }
}
