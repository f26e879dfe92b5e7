package dev.jeton.web.wire;

import dev.jeton.internal.Json;
import dev.jeton.internal.JsonException;
import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A request's fields, cookies, parameters and body, each parsed strictly and when it is asked for; the body is read once. */
public final class RequestParts {
    private final WebRequest request;
    private final int bodyLimit;
    private @Nullable MediaType mediaType;
    private boolean bodyRead;
    private byte @Nullable [] body;
    private boolean jsonRead;
    private @Nullable Map<String, @Nullable Object> json;

    public RequestParts(WebRequest request, int bodyLimit) {
        this.request = request;
        this.bodyLimit = bodyLimit;
    }

    public WebRequest request() {
        return request;
    }

    /** The values of all cookies of exactly this name, in order, over all {@code Cookie} fields (RFC 6265bis §5.8.3). */
    public List<String> cookies(String name) {
        return CookieFields.values(request.headers("Cookie"), name);
    }

    /** The decoded values of all query parameters of this name, in order; null when one of them cannot be decoded. */
    public @Nullable List<String> query(String name) {
        String raw = request.rawQuery();
        return raw == null ? List.of() : UrlEncoded.values(raw, name);
    }

    /** Whether the query has a parameter of this name with an index, such as {@code name[]}. */
    public boolean queryHasArray(String name) {
        String raw = request.rawQuery();
        return raw != null && UrlEncoded.hasArray(raw, name);
    }

    /** The decoded values of all fields of this name of an urlencoded body; empty when the body is no form, null when it cannot be read. */
    public @Nullable List<String> form(String name) {
        if (!mediaType().equals("application/x-www-form-urlencoded")) {
            return List.of();
        }
        byte[] form = body();
        return form == null
                ? null
                : UrlEncoded.values(new String(form, StandardCharsets.ISO_8859_1), name);
    }

    /** The media type without parameters, in lower case; "" when there is none or several. */
    public String mediaType() {
        return parsedType().name();
    }

    /** The {@code charset} of the media type, in lower case; "" when there is none, null when there are several. */
    public @Nullable String charset() {
        return parsedType().charset();
    }

    /** The Content-Type field as it came; "" when there is none. */
    public String contentType() {
        List<String> fields = request.headers("Content-Type");
        return fields.isEmpty() ? "" : fields.get(0);
    }

    /** The body as a strict JSON object, whatever its media type; null when it is none, or longer than the limit. */
    public @Nullable Map<String, @Nullable Object> jsonObject() {
        if (!jsonRead) {
            jsonRead = true;
            json = parse(body());
        }
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> parse(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : Json.readObject(bytes, 0, bytes.length);
        } catch (JsonException notAnObject) {
            return null;
        }
    }

    /** The body, or null when it is longer than the limit or cannot be read. */
    public byte @Nullable [] body() {
        if (!bodyRead) {
            bodyRead = true;
            body = read();
        }
        return body;
    }

    private byte @Nullable [] read() {
        byte[] bytes = received();
        return bytes == null || bytes.length > bodyLimit ? null : bytes;
    }

    /** What a server throws over a body that breaks off or is badly framed is the client's doing, whatever its type. */
    private byte @Nullable [] received() {
        try {
            return request.body(bodyLimit);
        } catch (IOException | RuntimeException brokenOff) {
            return null;
        }
    }

    private MediaType parsedType() {
        if (mediaType == null) {
            mediaType = MediaType.of(request.headers("Content-Type"));
        }
        return mediaType;
    }
}
