package dev.jeton.hostile.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A good token in the making, which mutations spoil at every level before it is written. */
final class Draft {
    static final String KID = "k1";
    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "shop";

    /** The second in which everything happens. */
    static final long NOW = 1_900_000_000;

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    final Suite suite;
    final Random random;
    final Members header = new Members();
    final Members claims = new Members();

    /** What signs, which may be another algorithm than the header names. */
    Signer signer;

    private UnaryOperator<byte[]> headerChange = UnaryOperator.identity();
    private UnaryOperator<byte[]> payloadChange = UnaryOperator.identity();
    private UnaryOperator<byte[]> signatureChange = UnaryOperator.identity();
    private UnaryOperator<String> textChange = UnaryOperator.identity();

    Draft(Suite suite, Random random) {
        this.suite = suite;
        this.random = random;
        this.signer = suite.signer();
        header.text("alg", suite.algorithm().jwsName()).text("kid", KID).text("typ", "JWT");
        claims.text("iss", ISSUER)
                .text("aud", AUDIENCE)
                .text("sub", "alice")
                .text("type", "access")
                .put("iat", String.valueOf(NOW - 60))
                .put("exp", String.valueOf(NOW + 900))
                .text("jti", "0123456789abcdefghijkl")
                .text("sid", "session-of-alice")
                .put("fresh", "true");
    }

    /** Header or claims. */
    Members anyMembers() {
        return random.nextInt(3) == 0 ? header : claims;
    }

    /** Changes the bytes of header or payload, before they are signed. */
    void changeAnyDocument(UnaryOperator<byte[]> change) {
        if (random.nextInt(3) == 0) {
            headerChange = then(headerChange, change);
        } else {
            payloadChange = then(payloadChange, change);
        }
    }

    void changeSignature(UnaryOperator<byte[]> change) {
        signatureChange = then(signatureChange, change);
    }

    /** Changes the finished text. */
    void changeText(UnaryOperator<String> change) {
        UnaryOperator<String> before = textChange;
        textChange = text -> change.apply(before.apply(text));
    }

    private static UnaryOperator<byte[]> then(
            UnaryOperator<byte[]> first, UnaryOperator<byte[]> second) {
        return bytes -> second.apply(first.apply(bytes));
    }

    String compact() {
        byte[] head = headerChange.apply(utf8(header.toJson()));
        byte[] payload = payloadChange.apply(utf8(claims.toJson()));
        String input = BASE64URL.encodeToString(head) + "." + BASE64URL.encodeToString(payload);
        byte[] signature =
                signatureChange.apply(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
        return textChange.apply(input + "." + BASE64URL.encodeToString(signature));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
