package dev.jeton.hostile.fuzz;

import dev.jeton.internal.Base64Url;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** base64url: a text is accepted exactly when it is what the platform's encoder makes of some bytes. */
final class Base64UrlTarget implements Target<Optional<byte[]>> {
    private static final int MARGIN = 3;

    @Override
    public Optional<byte[]> call(byte[] input) {
        return Optional.ofNullable(Base64Url.decode(input, 0, input.length));
    }

    @Override
    public void judge(byte[] input, Optional<byte[]> decoded) {
        byte[] result = decoded.orElse(null);
        Property.holds(Arrays.equals(result, expected(input)), "decoded as by the platform");
        Property.holds(
                Arrays.equals(result, Base64Url.decodeSigned(input, 0, input.length)),
                "both decoders agree");
        String text = new String(input, StandardCharsets.ISO_8859_1);
        Property.holds(Arrays.equals(result, Base64Url.decode(text)), "text and bytes agree");
        if (result != null) {
            Property.holds(Base64Url.encode(result).equals(text), "one text for each value");
        }
        judgeSlice(input, result);
    }

    /** What stands around a slice does not matter. */
    private static void judgeSlice(byte[] input, byte @Nullable [] result) {
        byte[] around = new byte[input.length + 2 * MARGIN];
        Arrays.fill(around, (byte) 'A');
        System.arraycopy(input, 0, around, MARGIN, input.length);
        int to = MARGIN + input.length;
        Property.holds(
                Arrays.equals(result, Base64Url.decode(around, MARGIN, to)), "a slice is the same");
        Property.holds(
                Arrays.equals(result, Base64Url.decodeSigned(around, MARGIN, to)),
                "a signed slice is the same");
    }

    private static byte @Nullable [] expected(byte[] input) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(input);
            byte[] again = Base64.getUrlEncoder().withoutPadding().encode(decoded);
            return Arrays.equals(again, input) ? decoded : null;
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }
}
