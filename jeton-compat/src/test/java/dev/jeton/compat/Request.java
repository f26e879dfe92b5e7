package dev.jeton.compat;

import dev.jeton.web.HttpHeader;
import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request put together by hand. */
final class Request implements WebRequest {
    private final String method;
    private final String path;
    private final List<HttpHeader> headers = new ArrayList<>();
    private @Nullable String query;
    private byte[] body = new byte[0];

    private Request(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Request get() {
        return new Request("GET", "/protected");
    }

    static Request post() {
        return new Request("POST", "/protected");
    }

    static Request of(String method, String path) {
        return new Request(method, path);
    }

    Request header(String name, String value) {
        headers.add(new HttpHeader(name, value));
        return this;
    }

    Request bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Request cookie(String name, String value) {
        return header("Cookie", name + "=" + value);
    }

    Request query(String raw) {
        query = raw;
        return this;
    }

    Request body(String contentType, String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", contentType);
    }

    Request json(String text) {
        return body("application/json", text);
    }

    Request form(String text) {
        return body("application/x-www-form-urlencoded", text);
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
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HttpHeader::value)
                .toList();
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
