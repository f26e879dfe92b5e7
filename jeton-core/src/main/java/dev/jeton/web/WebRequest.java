package dev.jeton.web;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** A request as Jeton sees it; an adapter's view of the native one. Nothing is decoded by the adapter. */
public interface WebRequest {
    /** The method on the wire, such as {@code POST}; case-sensitive (RFC 9110 §9.1). */
    String method();

    /** The raw path, for logs and answers only: Jeton protects routes, not paths. */
    String path();

    /** All field values of this name, in order, each as it came; the name has no case. Empty when there is none. */
    List<String> headers(String name);

    /** What stands behind the {@code ?}, still encoded; null when there is none. */
    @Nullable
    String rawQuery();

    /**
     * The body, which the handler can still read afterwards; null when it is longer than {@code limit} bytes.
     *
     * @throws IOException when it cannot be read; answered as an unreadable body
     */
    byte @Nullable [] body(int limit) throws IOException;
}
