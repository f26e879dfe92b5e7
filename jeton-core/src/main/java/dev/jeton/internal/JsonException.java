package dev.jeton.internal;

/** A text is not strict JSON; stackless, for a client can cause it. Says where, never what stood there. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message, null, false, false);
    }
}
