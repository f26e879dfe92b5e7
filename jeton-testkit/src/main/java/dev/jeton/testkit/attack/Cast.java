package dev.jeton.testkit.attack;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.TokenForge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Who takes part in an attack: honest users, and what attackers have of theirs. */
final class Cast {
    /** Longer than an access token lives, shorter than a refresh token does. */
    private static final Duration LONG_AGO = Duration.ofHours(1);

    final Tokens alice;
    final Tokens aliceElsewhere;
    final Tokens bob;
    final String stale;
    final String expired;
    final String revoked;
    final String withoutCsrf;
    final String forged;
    final String forgedExpired;
    final List<String> cookies;

    Cast(Jeton jeton, String secret, MovableClock clock) {
        expired = jeton.createAccessToken("alice");
        clock.advance(LONG_AGO);
        alice = jeton.login("alice", login -> login.fresh());
        aliceElsewhere = jeton.login("alice", login -> login.fresh());
        bob = jeton.login("bob", login -> login.fresh());
        stale = jeton.refresh(jeton.verifier().verify(aliceElsewhere.refresh().orElseThrow()))
                .access();
        revoked = jeton.createAccessToken("alice");
        jeton.revoke(jeton.verifier().verify(revoked));
        withoutCsrf = TokenForge.token()
                .header("{\"alg\":\"HS256\",\"kid\":\"1\"}")
                .payload("{\"sub\":\"alice\",\"type\":\"access\",\"jti\":\"j\",\"exp\":%d}"
                        .formatted(clock.instant().getEpochSecond() + 600))
                .signed("HS256", secret.getBytes(StandardCharsets.UTF_8))
                .compact();
        forged = withOtherSignature(alice.access());
        forgedExpired = withOtherSignature(expired);
        cookies = jeton.cookies().names();
    }

    private static String withOtherSignature(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char first = token.charAt(signature) == 'A' ? 'B' : 'A';
        return token.substring(0, signature) + first + token.substring(signature + 1);
    }

    String access() {
        return alice.access();
    }

    String refresh() {
        return alice.refresh().orElseThrow();
    }

    String csrf() {
        return alice.csrf().orElseThrow();
    }

    String accessCookie() {
        return cookies.get(0);
    }

    String refreshCookie() {
        return cookies.get(1);
    }
}
