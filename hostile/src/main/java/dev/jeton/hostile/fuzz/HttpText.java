package dev.jeton.hostile.fuzz;

import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request out of text: {@code METHOD path?query}, lines of {@code name:value}, an empty line, and the body. Nothing is decoded. */
final class HttpText implements WebRequest {
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final List<String[]> fields = new ArrayList<>();
    private final byte[] body;

    private HttpText(String method, String target, byte[] body) {
        int mark = target.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? null : target.substring(mark + 1);
        this.body = body;
    }

    static HttpText get(String target) {
        return new HttpText("GET", target, new byte[0]);
    }

    static HttpText post(byte[] body) {
        return new HttpText("POST", "/", body);
    }

    /** Octets stand for themselves, as servers have them. */
    static HttpText of(String text) {
        int headEnd = text.indexOf("\n\n");
        String head = headEnd < 0 ? text : text.substring(0, headEnd);
        String body = headEnd < 0 ? "" : text.substring(headEnd + 2);
        String[] lines = head.split("\n", -1);
        String[] first = lines[0].split(" ", 2);
        HttpText request = new HttpText(
                first[0],
                first.length < 2 ? "/" : first[1],
                body.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                request.field(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return request;
    }

    HttpText field(String name, String value) {
        fields.add(new String[] {name.toLowerCase(Locale.ROOT), value});
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        for (String[] field : fields) {
            if (field[0].equals(name.toLowerCase(Locale.ROOT))) {
                values.add(field[1]);
            }
        }
        return values;
    }

    @Override
    public @Nullable String rawQuery() {
        return query;
    }

    @Override
    public byte @Nullable [] body(int limit) {
        return body.length > limit ? null : body;
    }
}
