package dev.jeton.hostile.fuzz;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Urlencoded pairs as the platform decodes them, for comparison. */
final class Pairs {
    private Pairs() {}

    /** The values of the pairs of this name; null stands for one that is not strictly encoded. */
    static List<@Nullable String> values(String text, String name) {
        List<@Nullable String> values = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (name.equals(key)) {
                values.add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static @Nullable String decoded(String text) {
        if (!text.chars().allMatch(c -> c < 0x80)
                || !text.matches("(?s)([^%]|%[0-9A-Fa-f]{2})*+")) {
            return null;
        }
        String octets = URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
