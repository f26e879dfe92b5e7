package dev.jeton.hostile.fuzz;

import dev.jeton.web.Location;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Cookie} fields, one a line. */
final class CookieTarget extends FieldTarget {
    private static final Pattern PAIR =
            Pattern.compile("(?<![^;])[ \\t]*+__Host-access_token=([^;]*)");

    CookieTarget() {
        super(Location.COOKIES);
    }

    @Override
    HttpText request(String text) {
        HttpText request = HttpText.get("/");
        for (String line : text.split("\n", -1)) {
            request.field("Cookie", line);
        }
        return request;
    }

    @Override
    boolean isGood(String text) {
        Set<String> values = new HashSet<>();
        for (String line : text.split("\n", -1)) {
            Matcher pair = PAIR.matcher(line);
            while (pair.find()) {
                values.add(pair.group(1).replaceAll("[ \\t]+$", ""));
            }
        }
        values.removeIf(value -> value.startsWith("\""));
        return values.equals(Set.of(good()));
    }
}
