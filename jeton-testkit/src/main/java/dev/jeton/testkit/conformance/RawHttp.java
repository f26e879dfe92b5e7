package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Pair;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sends requests to a server on this machine as they are written, each over a connection of its own; for attacks that clients would tidy up. */
public final class RawHttp {
    private final WireClient client;

    public RawHttp(int port) {
        client = new WireClient(port);
    }

    /** What came back. */
    public record Reply(int status, String body, List<Field> fields) {
        /** The values of a field, in order; the name has no case. */
        public List<String> values(String name) {
            return fields.stream()
                    .filter(field -> field.name().equalsIgnoreCase(name))
                    .map(Field::value)
                    .toList();
        }

        /** The first value of a field. */
        public Optional<String> value(String name) {
            return values(name).stream().findFirst();
        }
    }

    /** A header field. */
    public record Field(String name, String value) {}

    /** A GET request.
     * @param fields each {@code Name: value} */
    public Reply get(String target, String... fields) throws IOException {
        return send("GET", target, null, fields);
    }

    /** A POST request.
     * @param body sent as UTF-8 */
    public Reply post(String target, String body, String... fields) throws IOException {
        return send("POST", target, body, fields);
    }

    /** Any request. */
    public Reply send(String method, String target, @Nullable String body, String... fields)
            throws IOException {
        List<Pair> headers = Arrays.stream(fields)
                .map(field -> field.split(": ", 2))
                .map(parts -> new Pair(parts[0], parts[1]))
                .toList();
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        WireResponse reply = client.send(new WireRequest(method, target, headers, bytes));
        return new Reply(
                reply.status(),
                reply.text(),
                reply.headers().stream()
                        .map(pair -> new Field(pair.name(), pair.value()))
                        .toList());
    }
}
