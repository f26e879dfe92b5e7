package dev.jeton.hostile.fuzz;

import dev.jeton.web.Location;

/** {@code Authorization} fields, one a line. */
final class AuthorizationTarget extends FieldTarget {
    AuthorizationTarget() {
        super(Location.HEADERS);
    }

    @Override
    HttpText request(String text) {
        HttpText request = HttpText.get("/");
        for (String line : text.split("\n", -1)) {
            request.field("Authorization", line);
        }
        return request;
    }

    @Override
    boolean isGood(String text) {
        return text.length() > 7
                && text.substring(0, 7).equalsIgnoreCase("Bearer ")
                && text.substring(7).equals(good());
    }
}
