package dev.jeton.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The requests to try, which the README shows too: shell lines, and in comments what they answer. */
final class Requests {
    private static final String RESOURCE = "requests.sh";

    private Requests() {}

    /** The lines, for an application on this port of this machine. */
    static String text(int port) {
        try (InputStream in = Requests.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("localhost:8080", "localhost:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
