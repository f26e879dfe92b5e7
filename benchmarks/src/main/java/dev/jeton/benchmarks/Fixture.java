package dev.jeton.benchmarks;

import dev.jeton.Jeton;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** The keys and tokens that all contenders get. */
final class Fixture {
    static final int TOKENS = 64;
    static final String ISSUER = "https://shop.example";
    static final String AUDIENCE = "shop-api";

    final JwsAlgorithm algorithm;
    final byte[] secret = new byte[32];
    final KeyPair pair;

    Fixture(JwsAlgorithm algorithm) throws GeneralSecurityException {
        this.algorithm = algorithm;
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (7 * i + 1);
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
    }

    boolean isHmac() {
        return algorithm == JwsAlgorithm.HS256;
    }

    Jeton jeton() {
        return jeton(ISSUER, null);
    }

    /** @param now when it issues, or null for the time of day */
    private Jeton jeton(String issuer, @Nullable Instant now) {
        JwsKey key = isHmac()
                ? JwsKey.ofSecret(algorithm, secret)
                : JwsKey.ofPair(algorithm, pair.getPrivate(), pair.getPublic()).withKid("1");
        return Jeton.builder()
                .keys(KeySource.of(KeyRing.of(key)))
                .tokens(tokens -> tokens.issuer(issuer)
                        .audience(AUDIENCE)
                        .accessLifetime(Duration.ofHours(6)))
                .clock(now == null ? Clock.systemUTC() : Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    /** Different ones, as they come in. */
    List<String> tokens() {
        Jeton jeton = jeton();
        return IntStream.range(0, TOKENS)
                .mapToObj(i -> jeton.createAccessToken("user-" + (100_000 + i)))
                .toList();
    }

    String expiredToken() {
        return jeton(ISSUER, Instant.now().minus(Duration.ofDays(1))).createAccessToken("eve");
    }

    String tokenOfAnotherIssuer() {
        return jeton("https://elsewhere.example", null).createAccessToken("eve");
    }

    String refreshToken() {
        return jeton().createRefreshToken("eve");
    }
}
