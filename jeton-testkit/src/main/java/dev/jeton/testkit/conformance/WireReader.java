package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Pair;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads an answer up to the end of its connection (RFC 9112 §6). */
final class WireReader {
    private final InputStream in;

    private WireReader(InputStream in) {
        this.in = in;
    }

    static WireResponse read(InputStream stream, boolean toHead) throws IOException {
        return new WireReader(new ByteArrayInputStream(stream.readAllBytes())).read(toHead);
    }

    private WireResponse read(boolean toHead) throws IOException {
        int status = status(line());
        List<Pair> headers = headers();
        if (status >= 100 && status < 200) {
            return read(toHead);
        }
        byte[] rest = in.readAllBytes();
        WireResponse raw = new WireResponse(status, headers, rest);
        return toHead || status == 204 || status == 304
                ? raw
                : new WireResponse(status, headers, body(raw));
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [0-9]{3}( .*)?")) {
            throw new IOException(line.isEmpty() ? "no answer" : "not HTTP/1.1: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private List<Pair> headers() throws IOException {
        List<Pair> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("no header: " + line);
            }
            headers.add(
                    new Pair(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private static byte[] body(WireResponse raw) throws IOException {
        if (raw.values("Transfer-Encoding").stream()
                .anyMatch(coding -> coding.equalsIgnoreCase("chunked"))) {
            return new WireReader(new ByteArrayInputStream(raw.body())).chunks();
        }
        List<String> lengths = raw.values("Content-Length");
        if (!lengths.isEmpty() && Integer.parseInt(lengths.get(0)) != raw.body().length) {
            throw new IOException("a body of "
                    + raw.body().length
                    + " bytes where "
                    + lengths.get(0)
                    + " were announced");
        }
        return raw.body();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size || !line().isEmpty()) {
                throw new IOException("a chunk that ends too early or too late");
            }
            body.writeBytes(chunk);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                if (line.size() == 0) {
                    return "";
                }
                throw new IOException("an answer that ends within a line");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
