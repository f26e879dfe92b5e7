package dev.jeton.internal;

import org.jspecify.annotations.Nullable;

/** base64url without padding, white space or spare bits (RFC 7515 §2, RFC 4648 §3.5): one text for each value. */
public final class Base64Url {
    private Base64Url() {}

    /** The bytes of {@code text[from, to)}, or null when it is not canonical base64url. */
    public static byte @Nullable [] decode(byte[] ascii, int from, int to) {
        throw new AssertionError("jose helper");
    }

    public static byte @Nullable [] decode(String text) {
        throw new AssertionError("jose helper");
    }

    public static String encode(byte[] bytes) {
        throw new AssertionError("jose helper");
    }
}
