package dev.jeton.web.wire;

import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** A request's fields, cookies, parameters and body, each parsed once, strictly, and when it is asked for. */
public final class RequestParts {
    private final WebRequest request;
    private final int bodyLimit;

    public RequestParts(WebRequest request, int bodyLimit) {
        this.request = request;
        this.bodyLimit = bodyLimit;
    }

    public WebRequest request() {
        return request;
    }

    /** The values of all cookies of exactly this name, in order, over all {@code Cookie} fields (RFC 6265bis §5.8.3). */
    public List<String> cookies(String name) {
        throw new AssertionError("web helper");
    }

    /** The decoded values of all query parameters of this name, in order; null when the query cannot be decoded. */
    public @Nullable List<String> query(String name) {
        throw new AssertionError("web helper");
    }

    /** The decoded values of all fields of this name of an urlencoded body; empty when the body is no form, null when it cannot be read. */
    public @Nullable List<String> form(String name) {
        throw new AssertionError("web helper");
    }

    /** The media type without parameters, in lower case; "" when there is none or several. */
    public String mediaType() {
        throw new AssertionError("web helper");
    }

    /** The Content-Type field as it came; "" when there is none. */
    public String contentType() {
        throw new AssertionError("web helper");
    }

    /** The body as a strict JSON object, whatever its media type; null when it is none, or longer than the limit. */
    public @Nullable Map<String, @Nullable Object> jsonObject() {
        throw new AssertionError("web helper");
    }

    /** The body, or null when it is longer than the limit or cannot be read. */
    public byte @Nullable [] body() {
        throw new AssertionError("web helper");
    }
}
