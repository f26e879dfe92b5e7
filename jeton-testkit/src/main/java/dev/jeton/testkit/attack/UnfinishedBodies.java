package dev.jeton.testkit.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jeton.web.Location;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bodies that come in pieces, never end, or end too early: LOC-10 on the wire. */
final class UnfinishedBodies {
    private static final String PATH = AttackApplication.in(Location.JSON);
    private static final byte[] PIECE = "x".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
    /** Far more than is read of a body, and than buffers on the way take in. */
    private static final int TOO_MUCH = 64 << 20;

    private final RawConnection connection;
    private final String object;

    UnfinishedBodies(RawConnection connection, Cast cast) {
        this.connection = connection;
        this.object = "{\"access_token\":\"" + cast.access() + "\"}";
    }

    /** What is done to a connection. */
    @FunctionalInterface
    interface Attempt {
        void run() throws IOException;
    }

    /** The attempts by their names, and how often the handler runs in each. */
    Map<String, Attempt> refused() {
        return Map.of(
                "LOC-10: a chunked body without an end",
                () -> endless("Transfer-Encoding: chunked", "2000\r\n", "\r\n"),
                "LOC-10: a gigabyte",
                () -> endless("Content-Length: 1073741824", "", ""),
                "LOC-10: a body that ends halfway",
                this::halfway,
                "LOC-10: a chunked body that ends within a chunk",
                this::withinChunk);
    }

    Map<String, Attempt> accepted() {
        return Map.of(
                "LOC-10: a body that comes byte by byte",
                this::slowly,
                "LOC-10: a body in chunks of one byte",
                this::inChunks);
    }

    private OutputStream begin(String length) throws IOException {
        OutputStream out = connection.open();
        RawRequest head =
                RawRequest.post(PATH).field("Content-Type", "application/json").line(length);
        out.write(head.bytes());
        return out;
    }

    private void endless(String length, String before, String behind) throws IOException {
        OutputStream out = begin(length);
        int sent = 0;
        try {
            while (sent < TOO_MUCH && !connection.hasAnswer()) {
                out.write(ascii(before));
                out.write(PIECE);
                out.write(ascii(behind));
                sent += PIECE.length;
            }
        } catch (SocketException answered) {
            assertTrue(sent > 0, "the server takes some");
        }
        assertTrue(sent < TOO_MUCH, "the server takes whatever comes");
        assertRefused();
    }

    private void halfway() throws IOException {
        begin("Content-Length: 10000").write(ascii(object));
        connection.endOfRequest();
        assertRefused();
    }

    private void withinChunk() throws IOException {
        begin("Transfer-Encoding: chunked").write(ascii("2000\r\n" + object));
        connection.endOfRequest();
        assertRefused();
    }

    /** By an answer, or by the end of the connection. */
    private void assertRefused() throws IOException {
        try {
            int status = connection.answer("POST").status();
            assertTrue(status == 400 || status == 408 || status == 413, "status " + status);
        } catch (IOException ended) {
            assertTrue(!connection.isOpen(), "the connection has been closed");
        } finally {
            connection.close();
        }
    }

    private void slowly() throws IOException {
        OutputStream out = begin("Content-Length: " + object.length());
        for (byte b : ascii(object)) {
            out.write(b);
            out.flush();
        }
        assertEquals(200, connection.answer("POST").status());
    }

    private void inChunks() throws IOException {
        OutputStream out = begin("Transfer-Encoding: chunked");
        for (byte b : ascii(object)) {
            out.write(ascii("1\r\n" + (char) b + "\r\n"));
        }
        out.write(ascii("0\r\n\r\n"));
        assertEquals(200, connection.answer("POST").status());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
