package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.TestClock;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.Denylist;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Attacks on revoking and refreshing, as far as they need no sessions. */
class RevocationAttacksTest {
    private static final JwtRequirement ANY = JwtRequirement.of(r -> r.anyType());
    private static final JwtRequirement REFRESH = JwtRequirement.of(r -> r.refresh());

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final WatchedDenylist denylist = new WatchedDenylist();
    private final Jeton jeton = builder(denylist).build();

    private JetonBuilder builder(Denylist list) {
        return Jeton.builder().secretKey(JetonBuilderTest.SECRET).clock(clock).denylist(list);
    }

    private static Optional<Reason> refusal(Jeton by, TestRequest request, JwtRequirement wanted) {
        return by.authenticator().authenticate(request, wanted) instanceof Outcome.Denied denied
                ? Optional.of(denied.refusal().reason())
                : Optional.empty();
    }

    private static Optional<Reason> refusal(Jeton by, String token, JwtRequirement wanted) {
        return refusal(by, TestRequest.bearer(token), wanted);
    }

    /** The token with another character for the first of its signature. */
    private static String forged(String token) {
        int at = token.lastIndexOf('.') + 1;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    @Test
    @DisplayName(
            "REV-03: a revoked ES256 token stays revoked when it comes with (r, n-s), which verifies too")
    void otherHalf() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        JwsKey key = JwsKey.ofPair(JwsAlgorithm.ES256, pair.getPrivate(), pair.getPublic());
        Jeton signing = Jeton.builder()
                .keys(KeySource.of(KeyRing.of(key)))
                .clock(clock)
                .denylist(denylist)
                .build();
        String token = signing.createAccessToken("alice");
        String twin = withOtherHalf(token, (ECPublicKey) pair.getPublic());
        assertThat(twin).isNotEqualTo(token);
        assertThat(refusal(signing, twin, ANY)).isEmpty();

        signing.revoke(signing.verifier().verify(token));
        assertThat(refusal(signing, twin, ANY)).contains(Reason.REVOKED);
    }

    private static String withOtherHalf(String token, ECPublicKey key) {
        int dot = token.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        byte[] other = key.getParams().getOrder().subtract(s).toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int bytes = Math.min(32, other.length);
        System.arraycopy(other, other.length - bytes, signature, 64 - bytes, bytes);
        return token.substring(0, dot + 1)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    @Test
    @DisplayName(
            "REV-09: a revoked jti is no revoked sid, nor the other way round, and ids of two Jetons do not meet")
    void kindsApart() {
        denylist.revokeToken("id", clock.instant().plusSeconds(60), clock.instant());
        assertThat(denylist.isRevoked(Optional.empty(), Optional.of("id"), clock.instant()))
                .isFalse();
        denylist.revokeSession("sid", clock.instant().plusSeconds(60), clock.instant());
        assertThat(denylist.isRevoked(Optional.of("sid"), Optional.empty(), clock.instant()))
                .isFalse();

        Jeton other = builder(denylist).name("other").build();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            ids.add(idOf(jeton));
            ids.add(idOf(other));
        }
        assertThat(ids)
                .hasSize(10_000)
                .allSatisfy(id -> assertThat(Base64.getUrlDecoder().decode(id)).hasSize(16));
    }

    private static String idOf(Jeton by) {
        return by.verifier().verify(by.createAccessToken("alice")).id().orElseThrow();
    }

    @Test
    @DisplayName(
            "REV-11: whatever unverified tokens a route that revokes is sent, nothing is asked of the store or written")
    void nothingUnverified() {
        String good = jeton.createAccessToken("alice");
        List<String> tokens = new ArrayList<>(List.of(forged(good), "a.b.c", good + "A", "."));
        for (int i = 0; i < 1_000; i++) {
            tokens.add(forged(jeton.createRefreshToken("user-" + i)));
        }
        assertThat(tokens)
                .allSatisfy(token -> assertThat(refusal(jeton, token, ANY)).isPresent());
        assertThat(denylist.asked).isEmpty();
        assertThat(denylist.told).isEmpty();
        assertThat(VerifiedJwt.class.getConstructors())
                .as("public constructors of what can be revoked")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "REV-15: that a token is not revoked is kept nowhere: every request asks the denylist")
    void noNegativeCache() {
        String token = jeton.createAccessToken("alice");
        for (int i = 0; i < 100; i++) {
            assertThat(refusal(jeton, token, ANY)).isEmpty();
        }
        assertThat(denylist.asked).hasSize(100);
        jeton.revoke(jeton.verifier().verify(token));
        assertThat(refusal(jeton, token, ANY)).contains(Reason.REVOKED);
    }

    @Test
    @DisplayName(
            "REV-16: when revoking has returned, every other thread and Jeton of the denylist refuses the token")
    void seenAtOnce() throws Exception {
        InMemoryDenylist shared = new InMemoryDenylist();
        Jeton here = builder(shared).build();
        Jeton there = builder(shared).build();
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 1_000; i++) {
                String token = here.createAccessToken("alice");
                here.revoke(here.verifier().verify(token));
                assertThat(elsewhere.submit(() -> refusal(there, token, ANY)).get())
                        .contains(Reason.REVOKED);
            }
        } finally {
            elsewhere.shutdownNow();
        }
    }

    @Test
    @DisplayName("RFR-11: a refresh token is refused once its user is gone or its login has ended")
    void userIsGone() {
        Set<String> users = new HashSet<>(Set.of("alice"));
        Jeton asking = builder(denylist)
                .users(jwt -> users.contains(jwt.subject()) ? "a" : null)
                .build();
        String token = asking.login("alice").refresh().orElseThrow();
        assertThat(refusal(asking, token, REFRESH)).isEmpty();
        users.clear();
        assertThat(refusal(asking, token, REFRESH)).contains(Reason.USER_UNKNOWN);
        users.add("alice");
        asking.logout(asking.verifier().verify(token));
        assertThat(refusal(asking, token, REFRESH)).contains(Reason.REVOKED);
    }

    @Test
    @DisplayName("RFR-12: an expired refresh token is refused as expired, and ends nothing")
    void expiredEndsNothing() {
        String old = jeton.login("alice").refresh().orElseThrow();
        clock.move(Duration.ofDays(31));
        Tokens now = jeton.login("alice");
        assertThat(refusal(jeton, old, REFRESH)).contains(Reason.EXPIRED);
        assertThat(denylist.told).isEmpty();
        assertThat(refusal(jeton, now.access(), ANY)).isEmpty();
        assertThat(refusal(jeton, now.refresh().orElseThrow(), REFRESH)).isEmpty();
    }

    @Test
    @DisplayName(
            "RFR-15: a forged token with the jti of a live one changes nothing for that one, and the store is not asked")
    void forgedTwin() {
        String live = jeton.login("alice").refresh().orElseThrow();
        assertThat(refusal(jeton, forged(live), REFRESH)).contains(Reason.SIGNATURE_INVALID);
        assertThat(denylist.asked).isEmpty();
        assertThat(denylist.told).isEmpty();
        assertThat(refusal(jeton, live, REFRESH)).isEmpty();
    }

    @Test
    @DisplayName(
            "RFR-18: a refresh token in a cookie needs its CSRF value with every method that may change something")
    void refreshingByPost() {
        Jeton byCookie = builder(denylist).locations(Location.COOKIES).build();
        Tokens login = byCookie.login("alice");
        TestRequest cookie = new TestRequest(
                "Cookie", List.of("__Host-refresh_token=" + login.refresh().orElseThrow()));
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "get", "PURGE")) {
            assertThat(refusal(byCookie, cookie.by(method), REFRESH))
                    .as(method)
                    .contains(Reason.CSRF_MISSING);
        }
        assertThat(denylist.told).isEmpty();
    }

    @Test
    @DisplayName("LOG-06: a store is given ids of 128 bits, never a token")
    void idsAlone() {
        Tokens login = jeton.login("alice");
        VerifiedJwt access = jeton.verifier().verify(login.access());
        refusal(jeton, login.access(), ANY);
        jeton.revoke(access);
        jeton.logout(access);
        String id = access.id().orElseThrow();
        String session = access.sessionId().orElseThrow();
        assertThat(denylist.asked).containsExactly(id + " " + session);
        assertThat(denylist.told).isSubsetOf(id, session).contains(id, session);
        assertThat(id + session).matches("[\\w-]{44}");
    }
}
