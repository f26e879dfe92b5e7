package dev.jeton.spring.boot;

import dev.jeton.Jeton;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A GET with one header at most. */
record Get(String header, List<String> values) implements WebRequest {
    static Outcome with(String token, Jeton jeton) {
        return jeton.authenticator()
                .authenticate(
                        new Get("Authorization", List.of("Bearer " + token)),
                        JwtRequirement.required());
    }

    static Outcome withoutToken(Jeton jeton) {
        return jeton.authenticator()
                .authenticate(new Get("", List.of()), JwtRequirement.required());
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
