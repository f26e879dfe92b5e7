package dev.jeton.web;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request put together by hand. */
final class Request implements WebRequest {
    private final String method;
    private final List<HttpHeaderLine> headers = new ArrayList<>();
    private @Nullable String query;
    private byte @Nullable [] body = new byte[0];
    private @Nullable Exception broken;
    int bodyReads;

    private record HttpHeaderLine(String name, String value) {}

    private Request(String method) {
        this.method = method;
    }

    static Request get() {
        return new Request("GET");
    }

    static Request post() {
        return new Request("POST");
    }

    static Request of(String method) {
        return new Request(method);
    }

    Request header(String name, String value) {
        headers.add(new HttpHeaderLine(name, value));
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

    Request json(String text) {
        return header("Content-Type", "application/json").body(text);
    }

    Request form(String text) {
        return header("Content-Type", "application/x-www-form-urlencoded").body(text);
    }

    Request body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    Request body(byte[] bytes) {
        body = bytes;
        return this;
    }

    Request breaksOffWith(Exception failure) {
        broken = failure;
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return "/protected";
    }

    @Override
    public List<String> headers(String name) {
        return headers.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(HttpHeaderLine::value)
                .toList();
    }

    @Override
    public @Nullable String rawQuery() {
        return query;
    }

    @Override
    public byte @Nullable [] body(int limit) throws IOException {
        bodyReads++;
        if (broken instanceof IOException failure) {
            throw failure;
        }
        if (broken instanceof RuntimeException failure) {
            throw failure;
        }
        return body != null && body.length > limit ? null : body;
    }
}
