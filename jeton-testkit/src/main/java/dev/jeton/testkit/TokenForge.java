package dev.jeton.testkit;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Makes tokens that no honest issuer would: any header, any payload, any signature, and changes of the finished text.
 * It signs with its own calls of the JCA, so that it cannot share a mistake with the code that it tests. Immutable:
 * each method answers a new forge.
 *
 * <pre>{@code
 * String confused = TokenForge.token()
 *     .header("{\"alg\":\"HS256\"}").payload("{\"sub\":\"alice\"}")
 *     .signed("HS256", publicKeyPem.getBytes(UTF_8)).compact();
 * }</pre>
 */
public final class TokenForge {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** The parts of a compact JWS (RFC 7515 §7.1). */
    public enum Part {
        /** The JOSE header. */
        HEADER,
        /** The payload. */
        PAYLOAD,
        /** The signature. */
        SIGNATURE
    }

    private final byte[] header;
    private final byte[] payload;
    private final UnaryOperator<byte[]> signer;
    private final UnaryOperator<String> changes;

    private TokenForge(
            byte[] header,
            byte[] payload,
            UnaryOperator<byte[]> signer,
            UnaryOperator<String> changes) {
        this.header = header;
        this.payload = payload;
        this.signer = signer;
        this.changes = changes;
    }

    /** A token with {@code {"alg":"HS256","typ":"JWT"}}, an empty object as payload, and an empty signature. */
    public static TokenForge token() {
        return new TokenForge(
                utf8("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"),
                utf8("{}"),
                input -> new byte[0],
                UnaryOperator.identity());
    }

    /** The header as it stands; it need not be JSON, and its {@code alg} decides nothing. */
    public TokenForge header(String text) {
        return header(utf8(text));
    }

    /** The header as bytes, which need not be UTF-8. */
    public TokenForge header(byte[] bytes) {
        return new TokenForge(bytes.clone(), payload, signer, changes);
    }

    /** The payload as it stands; it need not be JSON. */
    public TokenForge payload(String text) {
        return payload(utf8(text));
    }

    /** The payload as bytes, which need not be UTF-8. */
    public TokenForge payload(byte[] bytes) {
        return new TokenForge(header, bytes.clone(), signer, changes);
    }

    /** Signs with HS256, HS384 or HS512; a secret of any length will do, even an empty one. */
    public TokenForge signed(String alg, byte[] secret) {
        byte[] copy = secret.clone();
        return signature(input -> Signing.sign(alg, Signing.secret(copy), input));
    }

    /** Signs with RS*, PS*, ES* or EdDSA (Ed25519), whatever the header says. */
    public TokenForge signed(String alg, PrivateKey key) {
        return signature(input -> Signing.sign(alg, key, input));
    }

    /** These bytes as signature. */
    public TokenForge signature(byte[] bytes) {
        byte[] copy = bytes.clone();
        return signature(input -> copy);
    }

    /** A signature worked out from the signing input, {@code header.payload} in ASCII. */
    public TokenForge signature(UnaryOperator<byte[]> fromSigningInput) {
        return new TokenForge(header, payload, Objects.requireNonNull(fromSigningInput), changes);
    }

    /** The signature so far, with its bytes changed: shortened, lengthened, written as DER. */
    public TokenForge signatureChanged(UnaryOperator<byte[]> change) {
        return signature(input -> change.apply(signer.apply(input)));
    }

    /** An empty signature behind the second dot, as {@code alg: none} has it. */
    public TokenForge unsigned() {
        return signature(new byte[0]);
    }

    /** Nothing behind the payload, not even the second dot. */
    public TokenForge stripped() {
        return changed(token -> token.substring(0, token.lastIndexOf('.')));
    }

    /** The first character of the part is another one. */
    public TokenForge tampered(Part part) {
        return changed(
                part,
                text -> (text.startsWith("A") ? "B" : "A")
                        + (text.isEmpty() ? "" : text.substring(1)));
    }

    /** Another payload under the signature of the first. */
    public TokenForge payloadReplaced(String text) {
        return changed(Part.PAYLOAD, signed -> BASE64URL.encodeToString(utf8(text)));
    }

    /** The bits of the last character that no byte needs are set (RFC 4648 §3.5). */
    public TokenForge spareBits(Part part) {
        return changed(part, TokenForge::withSpareBits);
    }

    /** The part has the {@code =} that base64 would have, or a single one where it would have none. */
    public TokenForge padded(Part part) {
        return changed(part, text -> text + "=".repeat(Math.max(1, (4 - text.length() % 4) % 4)));
    }

    /** The part is written in the alphabet of base64, not of base64url. */
    public TokenForge standardAlphabet(Part part) {
        return changed(part, text -> text.replace('-', '+').replace('_', '/'));
    }

    /** The part has {@code text} in it, before the character at {@code index}. */
    public TokenForge inserted(Part part, int index, String text) {
        return changed(part, old -> old.substring(0, index) + text + old.substring(index));
    }

    /** One more segment at the end. */
    public TokenForge extraSegment(String text) {
        return changed(token -> token + "." + text);
    }

    /** The text of one part changed at will, after signing. */
    public TokenForge changed(Part part, UnaryOperator<String> change) {
        return changed(token -> {
            List<String> parts = new ArrayList<>(Arrays.asList(token.split("\\.", -1)));
            parts.set(part.ordinal(), change.apply(parts.get(part.ordinal())));
            return String.join(".", parts);
        });
    }

    /** The finished text changed at will. Changes are made in the order in which they were asked for. */
    public TokenForge changed(UnaryOperator<String> change) {
        return new TokenForge(header, payload, signer, token -> change.apply(changes.apply(token)));
    }

    /** The object has this member in front of its others, where the same one may stand a second time. */
    public TokenForge memberInFront(Part part, String name, String json) {
        String member = "{\"" + name + "\":" + json;
        return switch (part) {
            case HEADER -> header(member + others(header));
            case PAYLOAD -> payload(member + others(payload));
            case SIGNATURE -> throw new IllegalArgumentException("a signature has no members");
        };
    }

    /** The token: signed anew at each call, which matters where signatures are random (ES*, PS*). */
    public String compact() {
        String input = BASE64URL.encodeToString(header) + "." + BASE64URL.encodeToString(payload);
        byte[] signature = signer.apply(input.getBytes(StandardCharsets.US_ASCII));
        return changes.apply(input + "." + BASE64URL.encodeToString(signature));
    }

    private static String others(byte[] object) {
        String text = new String(object, StandardCharsets.UTF_8).substring(1);
        return text.startsWith("}") ? text : "," + text;
    }

    private static String withSpareBits(String text) {
        int spare = text.length() % 4 == 2 ? 4 : text.length() % 4 == 3 ? 2 : 0;
        if (spare == 0) {
            throw new IllegalArgumentException(
                    "a part of a multiple of 4 characters has no spare bits");
        }
        int last = text.length() - 1;
        int value = ALPHABET.indexOf(text.charAt(last)) | ((1 << spare) - 1);
        return text.substring(0, last) + ALPHABET.charAt(value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
