package dev.jeton.testkit.attack;

import dev.jeton.web.HttpHeader;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer read from a connection that goes on (RFC 9112 §6). */
record RawAnswer(int status, List<HttpHeader> fields, byte[] body, boolean last) {
    private static final int INFORMATIONAL = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    static RawAnswer read(InputStream in, boolean toHead) throws IOException {
        int status = status(line(in));
        List<HttpHeader> fields = fields(in);
        if (status < INFORMATIONAL && status != 101) {
            return read(in, toHead);
        }
        RawAnswer head = new RawAnswer(status, fields, new byte[0], false);
        boolean bodiless = toHead || status == NO_CONTENT || status == NOT_MODIFIED;
        boolean measured = head.value("Content-Length").isEmpty()
                == head.value("Transfer-Encoding").isEmpty();
        byte[] body = bodiless ? new byte[0] : head.readBody(in);
        boolean last = head.value("Connection").toLowerCase(Locale.ROOT).contains("close")
                || !bodiless && measured;
        return new RawAnswer(status, fields, body, last);
    }

    private byte[] readBody(InputStream in) throws IOException {
        if (value("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        String length = value("Content-Length");
        return length.isEmpty() ? in.readAllBytes() : exactly(Integer.parseInt(length), in);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            body.writeBytes(exactly(size, in));
            line(in);
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("an answer that ends within its body");
        }
        return bytes;
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith("HTTP/1.") || line.length() < 12) {
            throw new IOException("not HTTP/1.1: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static List<HttpHeader> fields(InputStream in) throws IOException {
        List<HttpHeader> fields = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.add(new HttpHeader(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return fields;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("no answer, or one that ends within a line");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** All values of a field, in order. */
    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HttpHeader::value)
                .toList();
    }

    /** The first value of a field, or "". */
    String value(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Everything that a client sees. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(status).append('\n');
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append('\n'));
        return text.append(text()).toString();
    }
}
