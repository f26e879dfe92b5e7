package dev.jeton.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer in place of the handler's: status, headers and body as they go to the wire.
 *
 * @param headers all fields, {@code Content-Type} among them where there is a body
 * @param body UTF-8 text or other bytes; empty for none; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, List<HttpHeader> headers, byte[] body) {
    public Answer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException(
                    "an answer's status lies between 200 and 599: " + status);
        }
        headers = List.copyOf(headers);
    }

    /** An answer with a body of this media type. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(
                status,
                List.of(new HttpHeader("Content-Type", contentType)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer with a JSON body; the text goes out as it stands. */
    public static Answer json(int status, String json) {
        return of(status, "application/json", json);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, List.of(), new byte[0]);
    }

    /** Sends the client elsewhere, by {@code 303 See Other}. The location is the application's own, never a request's. */
    public static Answer redirect(String location) {
        return empty(303).with("Location", location);
    }

    /** This answer with one more field. */
    public Answer with(String name, String value) {
        List<HttpHeader> more = new ArrayList<>(headers);
        more.add(new HttpHeader(name, value));
        return new Answer(status, more, body);
    }
}
