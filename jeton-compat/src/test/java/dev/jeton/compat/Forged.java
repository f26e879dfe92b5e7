package dev.jeton.compat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens written by hand: any header, any payload, an HMAC over them. */
final class Forged {
    static final String SECRET = "R4p7!dqZ2#kWmX9s@TgV5bNc8&yHjL3f";
    static final String OTHER_SECRET = "w8Yt!3nKd$QeL5zGm2#RxVb9Jc6@PhUs";
    static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private Forged() {}

    static String token(String payload) {
        return token(HEADER, payload);
    }

    static String token(String header, String payload) {
        return signed(encoded(header) + "." + encoded(payload), SECRET);
    }

    static String signedWith(String secret, String payload) {
        return signed(encoded(HEADER) + "." + encoded(payload), secret);
    }

    /** Segments as they stand, with their signature. */
    static String signed(String segments, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return segments + "." + encoded(mac.doFinal(bytes(segments)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String encoded(String text) {
        return encoded(bytes(text));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The claims of a token, as they stand in it. */
    static String payload(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    static String header(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
