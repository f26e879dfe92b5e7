package dev.jeton.testkit.attack;

import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.testkit.TokenForge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys and names of the application that is attacked. The attacker knows all of it but the private keys and the secret. */
final class Target {
    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "api";

    /** Its algorithms. RS256 has two keys, of which none is marked for tokens without kid. */
    static final List<String> ALGORITHMS = List.of("HS256", "RS256", "PS256", "ES256", "EdDSA");

    final byte[] secret = random(48);
    final KeyPair rsa = pair("RSA", 2048);
    final KeyPair secondRsa = pair("RSA", 2048);
    final KeyPair pss = pair("RSA", 2048);
    final KeyPair ec = curve("secp256r1");
    final KeyPair ed = pair("Ed25519", 255);
    final KeyPair attackersRsa = pair("RSA", 2048);
    final KeyPair attackersEc = curve("secp256r1");
    final long now;
    final String attacker;

    Target(Instant now, String attacker) {
        this.now = now.getEpochSecond();
        this.attacker = attacker;
    }

    /** The kid of the algorithm's key: its first letters. */
    static String kid(String alg) {
        return alg.substring(0, 2).toLowerCase(Locale.ROOT);
    }

    /** The ring's signing key. */
    JwsKey signingKey() {
        return JwsKey.ofSecret(JwsAlgorithm.HS256, secret).withKid("hs");
    }

    /** The ring's other keys, which verify only. */
    List<JwsKey> verifyingKeys() {
        return List.of(
                JwsKey.ofPublic(JwsAlgorithm.RS256, rsa.getPublic()).withKid("rs"),
                JwsKey.ofPublic(JwsAlgorithm.RS256, secondRsa.getPublic()).withKid("rs-2"),
                JwsKey.ofPublic(JwsAlgorithm.PS256, pss.getPublic()).withKid("ps"),
                JwsKey.ofPublic(JwsAlgorithm.ES256, ec.getPublic()).withKid("es"),
                JwsKey.ofPublic(JwsAlgorithm.EDDSA, ed.getPublic()).withKid("ed"));
    }

    KeyPair pairOf(String alg) {
        return switch (alg) {
            case "RS256" -> rsa;
            case "PS256" -> pss;
            case "ES256" -> ec;
            case "EdDSA" -> ed;
            default -> throw new IllegalArgumentException("no pair for " + alg);
        };
    }

    /** The claims of a good access token that is not fresh, with the canary among them. */
    Claims claims() {
        return Claims.none()
                .text("iss", ISSUER)
                .text("aud", AUDIENCE)
                .text("sub", "mallory")
                .text("type", "access")
                .with("fresh", "false")
                .with("iat", now - 60)
                .with("exp", now + 600)
                .text("jti", "jti-of-mallory")
                .text("canary", HostileTokens.CANARY);
    }

    /** A header with these algorithm and kid. */
    static Claims header(String alg, String kid) {
        return Claims.none().text("alg", alg).text("kid", kid);
    }

    /** A token of good claims under this header, rightly signed by the secret. */
    TokenForge good() {
        return signed(header("HS256", "hs").json());
    }

    /** A token of good claims under this header as it stands, rightly signed by the secret. */
    TokenForge signed(String header) {
        return TokenForge.token().header(header).payload(claims().json()).signed("HS256", secret);
    }

    /** A token of these claims, rightly signed by the secret. */
    TokenForge claiming(Claims claims) {
        return good().payload(claims.json());
    }

    /** A good token of one of {@link #ALGORITHMS}. */
    TokenForge good(String alg) {
        return alg.equals("HS256") ? good() : by(alg, pairOf(alg).getPrivate());
    }

    /** A token of good claims under the alg and its kid, signed by another key. */
    TokenForge by(String alg, PrivateKey key) {
        return TokenForge.token()
                .header(header(alg, kid(alg)).json())
                .payload(claims().json())
                .signed(alg, key);
    }

    /** These two segments as they stand, with the secret's MAC over exactly this text. */
    String macOver(String header, String payload) {
        String input = header + "." + payload;
        return input + "." + base64(hs256(secret, input.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] hs256(byte[] secret, byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, "HMAC"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair curve(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(name));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
