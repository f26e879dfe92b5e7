package dev.jeton.testkit.attack;

import java.io.IOException;

/** A way to send requests to a server. */
interface Transport extends AutoCloseable {
    RawAnswer send(RawRequest request) throws IOException;

    /** Ends the connection, if there is one; the next request opens another. */
    @Override
    void close() throws IOException;
}
