package dev.jeton.benchmarks;

import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request that is all in memory.
 *
 * @param fields the header, by names in lower case
 */
record CannedRequest(String method, Map<String, List<String>> fields, byte[] content)
        implements WebRequest {
    static CannedRequest withHeader(String token) {
        return new CannedRequest(
                "GET", Map.of("authorization", List.of("Bearer " + token)), new byte[0]);
    }

    static CannedRequest withCookie(String cookies, String csrf) {
        return new CannedRequest(
                "POST",
                Map.of("cookie", List.of(cookies), "x-csrf-token", List.of(csrf)),
                new byte[0]);
    }

    static CannedRequest withJson(String token) {
        String body = "{\"access_token\":\"" + token + "\",\"amount\":12}";
        return new CannedRequest(
                "POST",
                Map.of("content-type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String path() {
        return "/orders";
    }

    @Override
    public List<String> headers(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public @Nullable String rawQuery() {
        return null;
    }

    @Override
    public byte @Nullable [] body(int limit) {
        return content.length > limit ? null : content;
    }
}
