package dev.jeton.testkit.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Requests that mix parts of the catalogue's: what no row thought of. The same for the same seed. */
final class MixedRequests {
    private static final List<String> METHODS =
            List.of("GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH");

    /** Fields that say how the rest is read; a server sees to them before anybody else. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "content-length", "expect", "host", "te", "transfer-encoding", "upgrade");

    private static final int LONGEST = 7_000;

    private final List<RawRequest> rows;
    private final Random random;

    MixedRequests(List<HttpAttack> attacks, long seed) {
        rows = attacks.stream()
                .map(HttpAttack::request)
                .filter(MixedRequests::isPlain)
                .toList();
        random = new Random(seed);
    }

    /** A request as the core sees it, and as it is sent. */
    record Mixed(RawRequest seen, RawRequest sent) {}

    /** Whether every server reads the request alike. */
    private static boolean isPlain(RawRequest request) {
        return request.bytes().length < LONGEST
                && request.target().matches("/[a-z0-9,/-]*(\\?[!-~&&[^#\\[\\]{}|\\\\^`\"<>]]*)?")
                && request.lines().stream().allMatch(MixedRequests::isPlain);
    }

    private static boolean isPlain(String line) {
        return line.matches("[A-Za-z][A-Za-z0-9_-]*: ?[!-~]([ -~]*[!-~])?")
                && !OF_THE_CONNECTION.contains(name(line).toLowerCase(Locale.ROOT));
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    Mixed next() {
        RawRequest one = any(rows);
        RawRequest other = any(rows);
        List<String> lines = new ArrayList<>(one.lines());
        if (random.nextInt(3) > 0) {
            lines.addAll(other.lines());
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(lines, random);
        }
        byte[] content = random.nextBoolean() ? one.content() : other.content();
        String method = random.nextInt(3) == 0 ? any(METHODS) : one.method();
        RawRequest seen = new RawRequest(method, target(one, other), List.copyOf(lines), content);
        return new Mixed(seen, sent(seen));
    }

    private String target(RawRequest one, RawRequest other) {
        String query = random.nextInt(3) == 0 ? other.rawQuery() : one.rawQuery();
        String path = random.nextInt(4) == 0 ? other.path() : one.path();
        return query == null ? path : path + "?" + query;
    }

    /** What means the same: names in any case, blanks around values, bodies in chunks. */
    private RawRequest sent(RawRequest seen) {
        List<String> lines = new ArrayList<>(seen.lines());
        lines.replaceAll(line -> random.nextInt(4) == 0 ? respelt(line) : line);
        byte[] content = seen.content();
        if (content == null || random.nextInt(3) > 0) {
            return new RawRequest(seen.method(), seen.target(), List.copyOf(lines), content);
        }
        lines.add("Transfer-Encoding: chunked");
        return new RawRequest(seen.method(), seen.target(), List.copyOf(lines), inChunks(content));
    }

    private String respelt(String line) {
        String name = random.nextBoolean()
                ? name(line).toLowerCase(Locale.ROOT)
                : name(line).toUpperCase(Locale.ROOT);
        String value = line.substring(name.length() + 1).strip();
        return name + any(List.of(":", ": ", ":\t ", ":   ")) + value + any(List.of("", " ", "\t"));
    }

    private byte[] inChunks(byte[] content) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; ) {
            int size = Math.min(content.length - at, 1 + random.nextInt(100));
            chunks.writeBytes(
                    (Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunks.writeBytes(Arrays.copyOfRange(content, at, at + size));
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            at += size;
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunks.toByteArray();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
