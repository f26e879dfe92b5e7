package dev.jeton.internal;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Identifiers of 128 random bits in base64url, from the platform's default {@link SecureRandom}. */
public final class RandomIds implements Supplier<String> {
    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }
}
