package dev.jeton.hostile.fuzz;

import dev.jeton.web.Location;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The form that is posted with a good cookie: it must hold the double-submit value, once. */
final class FormTarget extends FieldTarget {
    FormTarget() {
        super(Location.COOKIES);
    }

    @Override
    HttpText request(String text) {
        return HttpText.post(text.getBytes(StandardCharsets.ISO_8859_1))
                .field("Content-Type", "application/x-www-form-urlencoded")
                .field("Cookie", "__Host-access_token=" + good());
    }

    @Override
    boolean isGood(String text) {
        return Pairs.values(text, "csrf_token").equals(List.of(Fixture.CSRF));
    }
}
