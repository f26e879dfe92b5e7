package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Pair;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer as it came over the wire, chunks put together. */
record WireResponse(int status, List<Pair> headers, byte[] body) {

    /** The values of a header field, in the order of their lines. */
    List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Pair::value)
                .toList();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
