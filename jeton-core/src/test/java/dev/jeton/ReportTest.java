package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.internal.CapturedLog;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.web.Location;
import dev.jeton.web.StandardProfile;
import dev.jeton.web.wire.CookieRules;
import dev.jeton.web.wire.WireProfile;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/** What report() and the start-up log tell. */
class ReportTest {
    @RegisterExtension
    final CapturedLog log = new CapturedLog("dev.jeton");

    private final List<LogRecord> logged = log.lines();

    private static JetonBuilder good() {
        return Jeton.builder().secretKey(JetonBuilderTest.SECRET);
    }

    @Test
    @DisplayName("The defaults are told, and nothing about them is a warning")
    void defaults() {
        String report = good().build().report();
        assertThat(report.lines())
                .containsExactly(
                        "Jeton \"default\", wire profile jeton",
                        "keys: HS256 kid 1 signs",
                        "tokens: access 15m, refresh 30d, clock skew 10s, subject sub",
                        "locations: headers (Authorization: Bearer)",
                        "cookies: __Host-access_token for /, __Host-refresh_token for /, this host only, SameSite=Lax,"
                                + " Secure, kept as long as the token, CSRF value beside them",
                        "csrf: all methods but GET, HEAD, OPTIONS, TRACE, header X-CSRF-TOKEN, trusted origins []",
                        "hooks: none");
        assertThat(logged).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getMessage())
                    .isEqualTo(String.join("; ", report.lines().toList()));
        });
    }

    @Test
    @DisplayName("Everything that is configured is told")
    void everythingConfigured() {
        String report = good().name("shop")
                .keyId("2026")
                .verifyingKeys(JwsKey.ofSecret(JetonBuilderTest.OTHER_SECRET).withKid("2025"))
                .locations(Location.COOKIES, Location.HEADERS, Location.JSON)
                .headerName("X-Token")
                .headerScheme("")
                .tokens(t -> t.issuer("me")
                        .acceptedIssuers("me", "you")
                        .audience("a")
                        .acceptedAudiences("a", "b")
                        .maxTokenAge(Duration.ofDays(60))
                        .clockSkew(Duration.ofSeconds(90))
                        .subjectClaim("uid"))
                .cookies(c -> c.domain("example.org")
                        .refreshPath("/refresh")
                        .sameSite("strict")
                        .maxAge(Duration.ofHours(36))
                        .withoutCsrfCookies())
                .csrf(c -> c.accessHeader("X-A")
                        .refreshHeader("X-R")
                        .form()
                        .trustedOrigins("https://app.example.org"))
                .users(jwt -> "user")
                .check(jwt -> true)
                .revocation(jwt -> false)
                .listener(new JetonListener() {})
                .build()
                .report();
        assertThat(report.lines())
                .contains(
                        "Jeton \"shop\", wire profile jeton",
                        "keys: HS256 kid 2026 signs, HS256 kid 2025 verifies",
                        "tokens: access 15m, refresh 30d, clock skew 90s, at most 60d old, iss me, accepted iss [me, you], aud [a], accepted aud [a, b], subject uid",
                        "locations: cookies, headers (X-Token:), json (access_token, refresh_token)",
                        "cookies: __Secure-access_token for /, __Secure-refresh_token for /refresh, domain example.org, SameSite=Strict, Secure, kept 36h, no CSRF value beside them",
                        "csrf: all methods but GET, HEAD, OPTIONS, TRACE, header X-A and X-R, form field csrf_token, trusted origins [https://app.example.org]",
                        "hooks: users, check, revocation, listeners");
    }

    record Weakened(Consumer<JetonBuilder> by, String warning) {
        @Override
        public String toString() {
            return warning;
        }
    }

    static Stream<Weakened> weakened() {
        return Stream.of(
                new Weakened(b -> b.insecureDevelopmentCookies(), "insecure: development cookies"),
                new Weakened(
                        b -> b.cookies(c -> c.withoutPrefixes()),
                        "cookies without __Host- and __Secure-"),
                new Weakened(
                        b -> b.cookies(c -> c.insecureWithoutSameSite()),
                        "insecure: cookies without SameSite"),
                new Weakened(
                        b -> b.cookies(c -> c.sameSite("None")),
                        "cookies go along with requests of other sites"),
                new Weakened(
                        b -> b.csrf(c -> c.insecureWithoutCsrfProtection()),
                        "insecure: cookie tokens without CSRF protection"),
                new Weakened(
                        b -> b.csrf(c -> c.insecureOnlyMethods("PUT", "POST")),
                        "insecure: CSRF protection only for POST, PUT"),
                new Weakened(
                        b -> b.csrf(c -> c.trustedOrigins("http://app.example")),
                        "the trusted origin http://app.example is plain http"),
                new Weakened(
                        b -> b.locations(Location.QUERY_STRING),
                        "tokens in query strings end up in logs"),
                new Weakened(
                        b -> b.tokens(t -> t.insecureTokensWithoutExpiry()),
                        "insecure: tokens without exp are accepted"),
                new Weakened(
                        b -> b.tokens(t -> t.insecureUnlimitedRefreshLifetime()),
                        "insecure: refresh tokens never expire"),
                new Weakened(
                        b -> b.tokens(t -> t.insecureUnlimitedAccessLifetime()
                                .insecureUnlimitedRefreshLifetime()),
                        "insecure: access tokens never expire"),
                new Weakened(
                        b -> b.tokens(t -> t.insecureClaimOverrides()),
                        "insecure: additional claims may replace"),
                new Weakened(
                        b -> b.tokens(t -> t.accessLifetime(Duration.ofHours(25))),
                        "access tokens live for more than a day and cannot be revoked"),
                new Weakened(
                        b -> b.tokens(t -> t.maxTokenAge(Duration.ofDays(1))),
                        "max-token-age ends refresh tokens"),
                new Weakened(
                        b -> b.tokens(t -> t.issuer("me").acceptedIssuers("you")),
                        "the issuer that is written is not among"),
                new Weakened(
                        b -> b.tokens(t -> t.audience("me").acceptedAudiences("you")),
                        "none of the audiences that are written"),
                new Weakened(
                        b -> b.denylist(new InMemoryDenylist()),
                        "revocations are kept in this process only"),
                new Weakened(
                        b -> b.secretKey(null)
                                .keys(KeySource.of(KeyRing.of(
                                        JwsKey.ofSecret(JetonBuilderTest.SECRET).withoutKid()))),
                        "the HS256 key has no kid"),
                new Weakened(
                        b -> b.secretKey(null)
                                .verifyingKeys(JwsKey.ofSecret(JetonBuilderTest.SECRET)),
                        "the keys verify only"),
                new Weakened(
                        b -> b.profile(loose()).cookies(c -> c.insecureWithoutSecure()),
                        "insecure: cookies without Secure"),
                new Weakened(
                        b -> b.profile(loose()),
                        "Sec-Fetch-Site and Origin of cookie requests are not looked at"),
                new Weakened(b -> b.profile(loose()), "profile: users that are not found pass"),
                new Weakened(b -> b.profile(loose()), "profile: type is read as missing is access"),
                new Weakened(b -> b.profile(loose()), "profile: tokens expire after whole exp"),
                new Weakened(b -> b.profile(loose()), "profile: iss and aud are not compared"),
                new Weakened(b -> b.profile(loose()), "profile: tokens without jti are accepted"));
    }

    private static WireProfile loose() {
        ClaimRules rules = new ClaimRules(
                EnumSet.allOf(Allowance.class),
                ClaimRules.TypeRule.MISSING_IS_ACCESS,
                ClaimRules.ExpiryRule.AFTER_WHOLE_EXP,
                ClaimRules.AcceptedFrom.ANYONE);
        WireProfile own = StandardProfile.create();
        CookieRules cookies = new CookieRules(own.cookies().clearing(), true, false);
        return profile(own, rules, rules, cookies, true);
    }

    private static WireProfile with(WireProfile own, ClaimRules refreshRules) {
        return profile(own, own.accessRules(), refreshRules, own.cookies(), false);
    }

    private static WireProfile profile(
            WireProfile own,
            ClaimRules access,
            ClaimRules refresh,
            CookieRules cookies,
            boolean unknownUsersPass) {
        return new WireProfile(
                "loose",
                access,
                refresh,
                own.layout(),
                own.ids(),
                true,
                own.finders(),
                own.refreshLocations(),
                own.accessChecks(),
                own.refreshChecks(),
                cookies,
                own.exempt(),
                true,
                unknownUsersPass,
                own.forgiveness(),
                own.answers());
    }

    @ParameterizedTest
    @MethodSource("weakened")
    @DisplayName("Whatever is weakened or questionable is a warning, in the report and in the log")
    void eachWeakening(Weakened weakened) {
        assertThat(good().build().report()).doesNotContain(weakened.warning());
        logged.clear();
        JetonBuilder builder = good();
        weakened.by().accept(builder);
        Jeton jeton = builder.build();
        assertThat(jeton.report().lines())
                .anySatisfy(line -> assertThat(line).startsWith("warning: " + weakened.warning()));
        assertThat(logged).anySatisfy(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getMessage())
                    .startsWith("Jeton \"default\", wire profile ")
                    .contains(weakened.warning());
        });
    }

    @Test
    @DisplayName("Each allowance of a profile is told, for each type of token where they differ")
    void eachAllowance() {
        String same = good().profile(loose()).build().report();
        assertThat(Allowance.values())
                .allSatisfy(allowance -> assertThat(same)
                        .containsOnlyOnce("warning: profile: " + allowance.report()));
        String apart = good().profile(StandardProfile.create())
                .tokens(t -> t.insecureTokensWithoutExpiry())
                .build()
                .report();
        assertThat(apart).doesNotContain("profile,", "profile:");
        String different = good().profile(with(
                        StandardProfile.create(), ClaimRules.STRICT.allowing(Allowance.ANY_TYP)))
                .build()
                .report();
        assertThat(different)
                .contains("warning: profile, refresh tokens: " + Allowance.ANY_TYP.report())
                .doesNotContain("access tokens:");
    }

    @Test
    @DisplayName("No secret and no private key stands in the report, the log or any toString")
    void noSecret() {
        JetonBuilder builder =
                Jeton.builder().literalSecretKey("canary-4711-and-much-more-of-it-9fKQz!");
        Jeton jeton = builder.build();
        assertThat(jeton.report()
                        + jeton
                        + builder
                        + builder.keys
                        + jeton.verifier()
                        + jeton.issuer())
                .doesNotContain("canary");
        assertThat(logged).noneMatch(line -> line.getMessage().contains("canary"));
    }

    @ParameterizedTest
    @CsvSource({
        "17, true",
        "17.0.2, true",
        "17.0.3, false",
        "18, true",
        "18.0.1, false",
        "21, false",
        "25.0.1, false"
    })
    @DisplayName("CFG-17: Java 17 before 17.0.3 and 18 before 18.0.1 verify ECDSA wrongly")
    void unsoundEcdsa(String version, boolean unsound) {
        assertThat(Weakenings.isUnsoundEcdsa(Runtime.Version.parse(version))).isEqualTo(unsound);
    }
}
