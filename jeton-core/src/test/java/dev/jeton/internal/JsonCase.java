package dev.jeton.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document of {@code json-cases.tsv}, which says how its columns are written.
 *
 * @param reads what is read, as {@link JsonText} writes it; empty where the document is refused, {@code *} where it is not told
 */
record JsonCase(String id, Verdict verdict, byte[] document, String reads, String about) {
    private static final Pattern UNIT =
            Pattern.compile("<(?:([0-9A-F]{2})|([^<>]+?)\\*([0-9]+))>|([^<])|(<)");

    enum Verdict {
        /** RFC 8259 allows it, and it is read. */
        ACCEPT,
        /** RFC 8259 forbids it, or it is no object. */
        REJECT,
        /** RFC 8259 allows it or leaves it open, and this project refuses it. */
        LIMIT
    }

    static List<JsonCase> all() {
        try (InputStream file = JsonCase.class.getResourceAsStream("json-cases.tsv")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(JsonCase::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonCase parsed(String line) {
        String[] columns = line.split("\t", -1);
        return new JsonCase(
                columns[0],
                Verdict.valueOf(columns[1].toUpperCase(java.util.Locale.ROOT)),
                bytes(columns[2]),
                columns[3],
                columns[4]);
    }

    private static byte[] bytes(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher unit = UNIT.matcher(written);
        while (unit.find()) {
            if (unit.group(1) != null) {
                bytes.write(Integer.parseInt(unit.group(1), 16));
            } else if (unit.group(2) != null) {
                String repeated = unit.group(2).repeat(Integer.parseInt(unit.group(3)));
                bytes.writeBytes(repeated.getBytes(StandardCharsets.US_ASCII));
            } else {
                bytes.writeBytes(unit.group().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }
}
