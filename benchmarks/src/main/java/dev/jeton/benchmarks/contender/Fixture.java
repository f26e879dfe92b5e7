package dev.jeton.benchmarks.contender;

import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key and the tokens of one algorithm that all contenders get. */
public final class Fixture {
    /** What is measured. */
    public static final Set<JwsAlgorithm> ALGORITHMS =
            Set.of(JwsAlgorithm.HS256, JwsAlgorithm.RS256, JwsAlgorithm.ES256, JwsAlgorithm.EDDSA);

    /** How many tokens go round; a power of two. */
    public static final int TOKENS = 64;

    static final String ISSUER = "https://shop.example";
    static final String AUDIENCE = "shop-api";
    static final String KID = "1";
    static final Duration LIFE = Duration.ofHours(6);

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;

    private final JwsAlgorithm algorithm;
    private final byte[] secret = new byte[SECRET_BYTES];
    private final KeyPair pair;
    private final SecureRandom random = new SecureRandom();

    public Fixture(JwsAlgorithm algorithm) throws GeneralSecurityException {
        this.algorithm = algorithm;
        random.nextBytes(secret);
        KeyPairGenerator generator = KeyPairGenerator.getInstance(
                switch (algorithm) {
                    case ES256 -> "EC";
                    case EDDSA -> "Ed25519";
                    default -> "RSA";
                });
        if (algorithm != JwsAlgorithm.EDDSA) {
            generator.initialize(algorithm == JwsAlgorithm.ES256 ? 256 : 2048);
        }
        pair = generator.generateKeyPair();
    }

    JwsAlgorithm algorithm() {
        return algorithm;
    }

    boolean isHmac() {
        return algorithm == JwsAlgorithm.HS256;
    }

    byte[] secret() {
        return secret.clone();
    }

    SecretKey secretKey() {
        return new SecretKeySpec(secret, "HmacSHA256");
    }

    KeyPair pair() {
        return pair;
    }

    /** 128 random bits, as Jeton draws them for {@code jti} and {@code csrf}, for those that leave it to the application. */
    String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    JwsKey key() {
        return isHmac()
                ? JwsKey.ofSecret(algorithm, secret)
                : JwsKey.ofPair(algorithm, pair.getPrivate(), pair.getPublic()).withKid(KID);
    }

    /** A builder with the key, issuer, audience and life that all tokens have. */
    public JetonBuilder builder() {
        return builder(KeyRing.of(key()));
    }

    /** The same with these keys. */
    public static JetonBuilder builder(KeyRing ring) {
        return Jeton.builder()
                .keys(KeySource.of(ring))
                .tokens(tokens -> tokens.issuer(ISSUER).audience(AUDIENCE).accessLifetime(LIFE));
    }

    /** {@link #TOKENS} different ones, as they come in. */
    public List<String> tokens() {
        return tokens(Flaw.NONE, TOKENS);
    }

    /** One of {@link #TOKENS} subjects. */
    public static String subject(int i) {
        return "user-" + (100_000 + (i & TOKENS - 1));
    }

    /** So many tokens, which differ from good ones in this only. */
    public List<String> tokens(Flaw flaw, int count) {
        Jeton jeton = jeton(flaw);
        return IntStream.range(0, count)
                .mapToObj(i -> flaw == Flaw.OTHER_TYPE
                        ? jeton.createRefreshToken(subject(i))
                        : jeton.createAccessToken(subject(i)))
                .map(token -> spoilt(token, flaw))
                .toList();
    }

    private Jeton jeton(Flaw flaw) {
        Clock yesterday = Clock.fixed(Instant.now().minus(Duration.ofDays(1)), ZoneOffset.UTC);
        return switch (flaw) {
            case EXPIRED -> builder().clock(yesterday).build();
            case OTHER_ISSUER ->
                builder()
                        .tokens(tokens -> tokens.issuer("https://elsewhere.example"))
                        .build();
            default -> builder().build();
        };
    }

    private static String spoilt(String token, Flaw flaw) {
        return switch (flaw) {
            case BAD_SIGNATURE -> forged(token);
            case MALFORMED -> cut(token);
            default -> token;
        };
    }

    /** Another signature of the right length and shape: a character within it is another one. */
    private static String forged(String token) {
        int at = token.length() - 20;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    /** A token that lost its end on the way: two segments are left. */
    private static String cut(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }
}
