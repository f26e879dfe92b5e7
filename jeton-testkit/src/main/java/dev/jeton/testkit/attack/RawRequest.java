package dev.jeton.testkit.attack;

import dev.jeton.web.Location;
import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request as it goes over the wire, to the byte; and the same bytes as the core sees them when no framework comes in between.
 * Nothing is added but Host and Content-Length. Immutable.
 *
 * @param lines the lines of its head behind the first, without their ends; they need not be fields
 */
record RawRequest(String method, String target, List<String> lines, byte @Nullable [] content)
        implements WebRequest {
    /** The host that requests are for; no other is needed, for the server listens to any. */
    static final String HOST = "api.example.org";

    private static final int READ_BODY = 65_536;
    private static final Set<String> BODY_EXPECTED = Set.of("POST", "PUT", "PATCH");

    static RawRequest of(String method, String target) {
        return new RawRequest(method, target, List.of(), null);
    }

    static RawRequest get(String target) {
        return of("GET", target);
    }

    static RawRequest post(String target) {
        return of("POST", target);
    }

    /** A request that carries the token in this place of this path; a JSON body is posted. */
    static RawRequest carrying(String token, Location place, String path, String cookie) {
        String member = cookie.endsWith("refresh_token") ? "refresh_token" : "access_token";
        return switch (place) {
            case HEADERS -> get(path).bearer(token);
            case COOKIES -> get(path).field("Cookie", cookie + "=" + token);
            case QUERY_STRING ->
                get(path + "?jwt=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
            case JSON -> post(path).json("{\"" + member + "\":" + quoted(token) + "}");
        };
    }

    /** Whether its body is short enough to be read by whoever refuses it. */
    boolean isRead() {
        return content == null || content.length <= READ_BODY;
    }

    /** A JSON text of ASCII characters, whatever the text's are. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean plain = c > 0x1f && c < 0x7f && c != '"' && c != '\\';
            json.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return json.append('"').toString();
    }

    /** One more line of the head, as it stands. */
    RawRequest line(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new RawRequest(method, target, List.copyOf(more), content);
    }

    RawRequest field(String name, String value) {
        return line(name + ": " + value);
    }

    RawRequest bearer(String token) {
        return field("Authorization", "Bearer " + token);
    }

    RawRequest json(String text) {
        return field("Content-Type", "application/json").body(text);
    }

    RawRequest form(String text) {
        return field("Content-Type", "application/x-www-form-urlencoded").body(text);
    }

    RawRequest body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    RawRequest body(byte[] bytes) {
        return new RawRequest(method, target, lines, bytes);
    }

    /** What is sent. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(wire(method + " " + target + " HTTP/1.1\r\n"));
        head().forEach(line -> out.writeBytes(wire(line + "\r\n")));
        out.writeBytes(wire("\r\n"));
        if (content != null) {
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        if (lines.stream().noneMatch(line -> isNamed(line, "Host"))) {
            head.add("Host: " + HOST);
        }
        head.addAll(lines);
        boolean measured = !headers("Content-Length").isEmpty()
                || !headers("Transfer-Encoding").isEmpty();
        if (!measured && (content != null || BODY_EXPECTED.contains(method))) {
            head.add("Content-Length: " + (content == null ? 0 : content.length));
        }
        return head;
    }

    /** Latin-1 by tradition (RFC 9110 §5.5); a line with other characters goes as UTF-8. */
    private static byte[] wire(String line) {
        return line.getBytes(
                line.chars().allMatch(c -> c < 256)
                        ? StandardCharsets.ISO_8859_1
                        : StandardCharsets.UTF_8);
    }

    @Override
    public String path() {
        return target.split("\\?", 2)[0];
    }

    @Override
    public List<String> headers(String name) {
        List<String> stated = lines.stream()
                .filter(line -> isNamed(line, name))
                .map(line -> asRead(line.substring(name.length() + 1)))
                .toList();
        return stated.isEmpty() && name.equalsIgnoreCase("Host") ? List.of(HOST) : stated;
    }

    private static boolean isNamed(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }

    /** A value without the blanks around it (RFC 9110 §5.5), its bytes taken for Latin-1. */
    private static String asRead(String value) {
        String text = new String(wire(value), StandardCharsets.ISO_8859_1);
        int from = 0;
        int end = text.length();
        while (from < end && isBlank(text.charAt(from))) {
            from++;
        }
        while (end > from && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(from, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    @Override
    public @Nullable String rawQuery() {
        int question = target.indexOf('?');
        return question < 0 ? null : target.substring(question + 1);
    }

    @Override
    public byte @Nullable [] body(int limit) {
        byte[] bytes = content == null ? new byte[0] : content;
        return bytes.length > limit ? null : Arrays.copyOf(bytes, bytes.length);
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
