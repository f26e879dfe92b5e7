package dev.jeton.web;

import dev.jeton.internal.Base64Url;
import dev.jeton.internal.Json;
import dev.jeton.internal.JsonException;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The largest claims of a token that is too long, for the application's developer: names and sizes, no values. */
final class ClaimSizes {
    private ClaimSizes() {}

    /** A clause with the three largest claims, or "" for a text that is no token. */
    static String largest(String token) {
        Map<String, Integer> sizes = new TreeMap<>();
        payload(token).forEach((name, value) -> {
            Map<String, @Nullable Object> member = new TreeMap<>();
            member.put(name, value);
            sizes.put(name, Json.write(member).length - 2);
        });
        String list = sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(claim -> "%s (%,d bytes)".formatted(claim.getKey(), claim.getValue()))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : ": its largest claims are " + list;
    }

    private static Map<String, @Nullable Object> payload(String token) {
        int first = token.indexOf('.');
        int last = token.lastIndexOf('.');
        byte[] bytes = first < last ? Base64Url.decode(token.substring(first + 1, last)) : null;
        try {
            return bytes == null ? Map.of() : Json.readObject(bytes, 0, bytes.length);
        } catch (JsonException notAToken) {
            return Map.of();
        }
    }
}
