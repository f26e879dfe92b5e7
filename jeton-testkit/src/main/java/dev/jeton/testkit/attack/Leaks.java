package dev.jeton.testkit.attack;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds what a request carried in places where it must not turn up (I5): logs, answers. */
final class Leaks {
    /** Shorter pieces are words of the formats. A CSRF value has 22 characters. */
    private static final int LONG_ENOUGH = 20;

    private final List<String> secrets = new ArrayList<>();

    Leaks(RawRequest request, String secretKey) {
        secrets.add(secretKey);
        request.lines().forEach(line -> addPieces(line.substring(line.indexOf(':') + 1)));
        String query = request.rawQuery();
        addPieces(query == null ? "" : query);
        byte[] content = request.content();
        addPieces(content == null ? "" : new String(content, StandardCharsets.ISO_8859_1));
    }

    /** Parts of tokens, cookie values and CSRF values: their beginnings and their ends too. */
    private void addPieces(String text) {
        Arrays.stream(text.split("[^A-Za-z0-9_-]+"))
                .filter(piece -> piece.length() >= LONG_ENOUGH)
                .filter(piece -> !piece.startsWith("__") && !piece.startsWith("Access-Control-"))
                .distinct()
                .forEach(piece -> {
                    secrets.add(piece.substring(0, LONG_ENOUGH));
                    secrets.add(piece.substring(piece.length() - LONG_ENOUGH));
                });
    }

    void assertNotIn(String where, String text) {
        for (String secret : secrets) {
            assertFalse(
                    text.contains(secret),
                    () -> "I5: " + where + " shows what the request carried:\n" + text);
        }
    }
}
