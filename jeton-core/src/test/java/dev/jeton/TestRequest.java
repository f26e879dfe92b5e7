package dev.jeton;

import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A request with one header at most; a GET unless it says otherwise. */
record TestRequest(String method, String header, List<String> values) implements WebRequest {
    TestRequest(String header, List<String> values) {
        this("GET", header, values);
    }

    /** The same by another method. */
    TestRequest by(String other) {
        return new TestRequest(other, header, values);
    }

    static TestRequest anonymous() {
        return new TestRequest("Authorization", List.of());
    }

    static TestRequest bearer(String token) {
        return new TestRequest("Authorization", List.of("Bearer " + token));
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
