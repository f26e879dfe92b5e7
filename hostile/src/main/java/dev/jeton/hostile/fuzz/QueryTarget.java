package dev.jeton.hostile.fuzz;

import dev.jeton.web.Location;

import java.util.List;

/** The query of a request. */
final class QueryTarget extends FieldTarget {
    QueryTarget() {
        super(Location.QUERY_STRING);
    }

    @Override
    HttpText request(String text) {
        return HttpText.get("/?" + text);
    }

    @Override
    boolean isGood(String text) {
        return Pairs.values(text, "jwt").equals(List.of(good())) && !hasArray(text);
    }

    /** Whether the name of a pair begins like an index of the parameter, whatever follows. */
    private static boolean hasArray(String text) {
        for (String pair : text.split("&", -1)) {
            String name = pair.split("=", 2)[0];
            if (name.matches("(?is)(j|%6a)(w|%77)(t|%74)(\\[|%5b).*")) {
                return true;
            }
        }
        return false;
    }
}
