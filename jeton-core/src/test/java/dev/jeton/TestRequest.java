package dev.jeton;

import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A GET with one header at most. */
record TestRequest(String header, List<String> values) implements WebRequest {
    static TestRequest anonymous() {
        return new TestRequest("Authorization", List.of());
    }

    static TestRequest bearer(String token) {
        return new TestRequest("Authorization", List.of("Bearer " + token));
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public List<String> headers(String name) {
        return name.equalsIgnoreCase(header) ? values : List.of();
    }

    @Override
    public @Nullable String rawQuery() {
        return null;
    }

    @Override
    public byte @Nullable [] body(int limit) {
        return new byte[0];
    }
}
