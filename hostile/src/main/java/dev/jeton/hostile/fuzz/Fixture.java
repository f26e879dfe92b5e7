package dev.jeton.hostile.fuzz;

import dev.jeton.Jeton;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.testkit.TokenForge;
import dev.jeton.web.Location;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A Jeton whose key, clock and tokens are the same in each run, so that an input always means the same; with a denylist, which is empty. */
final class Fixture {
    /** The second in which everything happens. */
    static final long NOW = 1_900_000_000;

    static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    static final String KID = "k1";
    static final String CSRF = "double-submit-value-of-22";
    static final String HEADER = "{\"alg\":\"HS256\",\"kid\":\"k1\",\"typ\":\"JWT\"}";

    private Fixture() {}

    /** 32 bytes that differ; nobody else's. */
    static byte[] secret() {
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (37 * i + 11);
        }
        return secret;
    }

    static Jeton jeton(Location... locations) {
        JwsKey key = JwsKey.ofSecret(JwsAlgorithm.HS256, secret()).withKid(KID);
        return Jeton.builder()
                .keys(KeySource.of(KeyRing.of(key)))
                .clock(CLOCK)
                .locations(locations)
                .csrf(csrf -> csrf.form())
                .denylist(new InMemoryDenylist())
                .build();
    }

    /** Signed with the key, whatever header and payload are. */
    static String signed(byte[] header, byte[] payload) {
        return TokenForge.token()
                .header(header)
                .payload(payload)
                .signed("HS256", secret())
                .compact();
    }

    static String signed(String header, String payload) {
        return signed(utf8(header), utf8(payload));
    }

    /** The claims of a good token, its type and its last second being these. */
    static String claims(String type, long expiry) {
        return "{\"sub\":\"alice\",\"type\":\"" + type + "\",\"iat\":" + (NOW - 60) + ",\"exp\":"
                + expiry
                + ",\"jti\":\"0123456789abcdefghijkl\",\"sid\":\"session-of-alice\",\"csrf\":\""
                + CSRF
                + "\",\"fresh\":true}";
    }

    static String goodToken() {
        return signed(HEADER, claims("access", NOW + 900));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
