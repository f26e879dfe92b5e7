package dev.jeton.web;

import dev.jeton.internal.Base64Url;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Double-submit values under a mask that differs each time: for pages that are compressed together with text of others, where a value
 * that stays the same could be guessed from the length of the answers (BREACH). The value's bytes XOR the mask, behind the mask.
 */
public final class CsrfMask {
    private CsrfMask() {}

    /** The value under a new mask; a request may carry it in place of the value itself. */
    public static String applied(String csrf) {
        byte[] value = csrf.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * value.length];
        new SecureRandom().nextBytes(masked);
        for (int i = 0; i < value.length; i++) {
            masked[value.length + i] = (byte) (masked[i] ^ value[i]);
        }
        return Base64Url.encode(masked);
    }

    /** The value that a masked one stands for, or "" when it is none. */
    static String removed(String text) {
        byte[] masked = Base64Url.decode(text);
        if (masked == null || masked.length % 2 != 0) {
            return "";
        }
        byte[] value = new byte[masked.length / 2];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) (masked[i] ^ masked[value.length + i]);
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
