package dev.jeton.hostile.fuzz;

import dev.jeton.hostile.json.JsonComparison;
import dev.jeton.web.Location;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A JSON body with a token in it. */
final class BodyTarget extends FieldTarget {
    BodyTarget() {
        super(Location.JSON);
    }

    @Override
    HttpText request(String text) {
        return HttpText.post(text.getBytes(StandardCharsets.ISO_8859_1))
                .field("Content-Type", "application/json");
    }

    @Override
    boolean isGood(String text) {
        byte[] body = text.getBytes(StandardCharsets.ISO_8859_1);
        Map<String, @Nullable Object> object = JsonComparison.jeton(body);
        JsonComparison.compare(body, object);
        return object != null && good().equals(object.get("access_token"));
    }
}
