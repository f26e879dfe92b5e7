package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** What a token says, its signature unseen. */
record DecodedToken(Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {
    private static final Pattern THREE_PARTS = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    static boolean isThreeParts(String text) {
        return THREE_PARTS.matcher(text).matches();
    }

    static DecodedToken of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new NotUnderstoodException("no token of three parts");
        }
        return new DecodedToken(object(parts[0], "the header"), object(parts[1], "the payload"));
    }

    private static Map<String, @Nullable Object> object(String part, String where) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part));
            return Members.object(
                    Json.parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()),
                    where);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new NotUnderstoodException(where + " of the token is not base64url and UTF-8");
        }
    }
}
