package dev.jeton.jose;

import dev.jeton.failure.SettingsException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** HMAC secrets as people write them, and which of them are too weak to be used (RFC 7518 §3.2, RFC 8725 §3.5). */
final class Secrets {
    private static final String BASE64 = "base64:";
    private static final String HEX = "hex:";

    /** What documentation, tutorials and generators leave in place, compared without case and separators. */
    private static final List<String> PLACEHOLDERS = List.of(
            "changeme",
            "changethis",
            "changeit",
            "replaceme",
            "replacethis",
            "placeholder",
            "insertsecret",
            "yoursecret",
            "yourjwtsecret",
            "mysecretkey",
            "supersecretkey",
            "256bitsecret",
            "384bitsecret",
            "512bitsecret",
            "astringsecretatleast",
            "avalidstringsecret",
            "404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970");

    private Secrets() {}

    /** The bytes of {@code base64:…}, {@code hex:…} or UTF-8 text. */
    static byte[] read(JwsAlgorithm algorithm, String text) {
        if (text.startsWith(BASE64)) {
            return checked(algorithm, fromBase64(algorithm, text.substring(BASE64.length())));
        }
        if (text.startsWith(HEX)) {
            return checked(algorithm, fromHex(algorithm, text.substring(HEX.length())));
        }
        return readLiteral(algorithm, text);
    }

    /** The same bytes, when they are long enough and do not repeat: an array that was never filled is no secret. */
    static byte[] checked(JwsAlgorithm algorithm, byte[] secret) {
        checkLength(algorithm, secret);
        refuseRepetition(algorithm, new String(secret, StandardCharsets.ISO_8859_1));
        return secret;
    }

    /** The bytes of UTF-8 text, whatever it begins with. */
    static byte[] readLiteral(JwsAlgorithm algorithm, String text) {
        if (text.contains("-----BEGIN")) {
            throw new SettingsException(
                    "The secret is a PEM text, which everyone may know. Read a key pair with"
                            + " JwsKey.ofPem, or " + howToMakeOne(algorithm));
        }
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
        if (PLACEHOLDERS.stream().anyMatch(bare::contains)) {
            throw new SettingsException("The secret is a placeholder that stands in documentation: "
                    + howToMakeOne(algorithm));
        }
        byte[] secret = checkLength(algorithm, text.getBytes(StandardCharsets.UTF_8));
        refuseRepetition(algorithm, text);
        return secret;
    }

    private static void refuseRepetition(JwsAlgorithm algorithm, String text) {
        if ((text + text).indexOf(text, 1) < text.length()) {
            throw new SettingsException(
                    "The secret repeats a shorter one: " + howToMakeOne(algorithm));
        }
    }

    /** The same bytes, when they are as many as the algorithm's hash at least. */
    static byte[] checkLength(JwsAlgorithm algorithm, byte[] secret) {
        requireHmac(algorithm);
        if (secret.length < algorithm.hashBytes()) {
            throw new SettingsException("The secret has " + secret.length + " bytes, and "
                    + algorithm.jwsName() + " needs at least " + algorithm.hashBytes() + ": "
                    + howToMakeOne(algorithm));
        }
        return secret;
    }

    private static void requireHmac(JwsAlgorithm algorithm) {
        if (algorithm.family() != JwsAlgorithm.Family.HMAC) {
            throw new SettingsException(
                    algorithm.jwsName() + " takes " + algorithm.family().keyNoun()
                            + ", not a secret: use JwsKey.ofPem, or HS256 with this secret.");
        }
    }

    /** Either alphabet, with or without padding: what the usual commands print. */
    private static byte[] fromBase64(JwsAlgorithm algorithm, String text) {
        try {
            return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("The secret after base64: is not base64 on one line: "
                    + howToMakeOne(algorithm));
        }
    }

    private static byte[] fromHex(JwsAlgorithm algorithm, String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("The secret after hex: is not pairs of hexadecimal digits: "
                    + howToMakeOne(algorithm));
        }
    }

    /** Base64 of 64 bytes would be printed on two lines. */
    private static String howToMakeOne(JwsAlgorithm algorithm) {
        return algorithm.hashBytes() > 48
                ? "make one with `openssl rand -hex 64`, and write it as `hex:…`."
                : "make one with `openssl rand -base64 " + algorithm.hashBytes()
                        + "`, and write it as `base64:…`.";
    }
}
