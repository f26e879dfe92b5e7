package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A token in its three parts, to be taken to pieces, altered and signed anew. */
record Jws(byte[] header, byte[] payload, byte[] signature) {
    static Jws parse(String token) {
        String[] parts = token.split("\\.", -1);
        return new Jws(decode(parts[0]), decode(parts[1]), decode(parts[2]));
    }

    /** A token of exactly this header, signed by the key whatever the header says. */
    static String signed(JwsKey key, String header, String payload) {
        return signed(
                key,
                header.getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    static String signed(JwsKey key, byte[] header, byte[] payload) {
        return signedText(key, encode(header), encode(payload));
    }

    /** A token whose first two segments are exactly these texts. */
    static String signedText(JwsKey key, String header, String payload) {
        String input = header + "." + payload;
        return input + "." + encode(key.method().sign(input.getBytes(StandardCharsets.ISO_8859_1)));
    }

    Jws withSignature(byte[] other) {
        return new Jws(header, payload, other);
    }

    String text() {
        return encode(header) + "." + encode(payload) + "." + encode(signature);
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    static JwsVerifier verifier(JwsKey... keys) {
        return new JwsVerifier(KeySource.of(KeyRing.verifyingOnly(keys)));
    }

    static TokenRejectedException assertRefused(JwsVerifier verifier, String token) {
        TokenRejectedException refusal =
                catchThrowableOfType(TokenRejectedException.class, () -> verifier.verify(token));
        assertThat(refusal).as("refusal of " + token).isNotNull();
        assertThat(refusal.getStackTrace()).isEmpty();
        return refusal;
    }

    static void assertRefused(JwsVerifier verifier, String token, Reason reason) {
        assertThat(assertRefused(verifier, token).reason()).as(token).isEqualTo(reason);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
