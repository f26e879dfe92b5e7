package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jeton.failure.SettingsException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.JwsSigner;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.web.Location;
import dev.jeton.web.StandardProfile;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a configuration may not be: each mistake fails at build(), and all of them in one message. */
class SettingsTest {
    /** A mistake, and words of the problem that tells its mend. */
    record Mistake(String name, Consumer<JetonBuilder> made, String... words) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Mistake mistake(String name, Consumer<JetonBuilder> made, String... words) {
        return new Mistake(name, made, words);
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(keys(), lifetimes(), names(), cookies(), csrf()).flatMap(s -> s);
    }

    private static Stream<Mistake> keys() {
        KeySource source = KeySource.of(KeyRing.of(JwsKey.ofSecret(JetonBuilderTest.SECRET)));
        return Stream.of(
                mistake(
                        "CFG-01 no key",
                        b -> b.secretKey(null),
                        "no key",
                        "openssl rand -base64 32",
                        "base64:"),
                mistake(
                        "KEY-01 empty secret",
                        b -> b.secretKey(""),
                        "0 bytes",
                        "openssl rand -base64 32"),
                mistake(
                        "KEY-03 short secret",
                        b -> b.secretKey("short-but-random-Kx81"),
                        "openssl rand -base64 32"),
                mistake(
                        "KEY-03 placeholder",
                        b -> b.secretKey("change-me-change-me-change-me-change-me"),
                        "placeholder"),
                mistake(
                        "CFG-01 secret for RS256",
                        b -> b.algorithm(JwsAlgorithm.RS256),
                        "RS256",
                        "not a secret"),
                mistake(
                        "CFG-01 alg none",
                        b -> b.options(Map.of("jeton.algorithm", "none")),
                        "jeton.algorithm",
                        "HS256"),
                mistake("two secrets", b -> b.literalSecretKey("x"), "several keys", "keep one"),
                mistake("secret and pair", b -> b.publicKey("x"), "several keys"),
                mistake("secret and ring", b -> b.keys(source), "several keys"),
                mistake(
                        "ring and kid",
                        b -> b.secretKey(null).keys(source).keyId("k"),
                        "keys(…)",
                        "keyId"),
                mistake(
                        "ring and algorithm",
                        b -> b.secretKey(null).keys(source).algorithm(JwsAlgorithm.HS256),
                        "keys(…)"),
                mistake(
                        "CFG-15 a kid twice",
                        b -> b.verifyingKeys(JwsKey.ofSecret(JetonBuilderTest.OTHER_SECRET)),
                        "kid \"1\"",
                        "withKid"),
                mistake("bad kid", b -> b.keyId("a\nb"), "kid"),
                mistake("PEM that is none", b -> b.secretKey(null).publicKey("nothing"), "PEM"),
                mistake(
                        "key file missing",
                        b -> b.secretKey(null).privateKey("file:/no/such/key.pem"),
                        "cannot be read"),
                mistake(
                        "key file without path",
                        b -> b.secretKey(null).privateKey("file:\0"),
                        "no path"));
    }

    private static Stream<Mistake> lifetimes() {
        return Stream.of(
                mistake(
                        "CFG-04 zero life",
                        b -> b.tokens(t -> t.accessLifetime(Duration.ZERO)),
                        "access-token-lifetime",
                        "15m"),
                mistake(
                        "CFG-04 negative life",
                        b -> b.tokens(t -> t.refreshLifetime(Duration.ofDays(-1))),
                        "refresh-token-lifetime"),
                mistake(
                        "part of a second",
                        b -> b.tokens(t -> t.accessLifetime(Duration.ofMillis(999))),
                        "shorter than a second"),
                mistake(
                        "more than a century",
                        b -> b.tokens(t -> t.refreshLifetime(Duration.ofDays(40_000))),
                        "century"),
                mistake(
                        "CFG-04 never without the permission",
                        b -> b.options(Map.of(
                                "jeton.access-token-lifetime",
                                "never",
                                "jeton.refresh-token-lifetime",
                                "never")),
                        "`never`",
                        "insecure-tokens-without-expiry"),
                mistake(
                        "CFG-04 access outlives refresh",
                        b -> b.tokens(t -> t.accessLifetime(Duration.ofDays(31))),
                        "refresh-token-lifetime"),
                mistake(
                        "CFG-04 access for ever, refresh not",
                        b -> b.tokens(t -> t.insecureUnlimitedAccessLifetime()),
                        "refresh-token-lifetime"),
                mistake(
                        "negative skew",
                        b -> b.tokens(t -> t.clockSkew(Duration.ofSeconds(-1))),
                        "0 and 600 s"),
                mistake(
                        "CFG-05 skew over 600 s",
                        b -> b.tokens(t -> t.clockSkew(Duration.ofSeconds(601))
                                .accessLifetime(Duration.ofDays(1))),
                        "0 and 600 s"),
                mistake(
                        "CFG-05 skew of half the access life",
                        b -> b.tokens(t -> t.clockSkew(Duration.ofSeconds(30))
                                .accessLifetime(Duration.ofMinutes(1))),
                        "half of access-token-lifetime"),
                mistake(
                        "max-token-age of nothing",
                        b -> b.tokens(t -> t.maxTokenAge(Duration.ZERO)),
                        "max-token-age"));
    }

    private static Stream<Mistake> names() {
        return Stream.of(
                mistake("empty name", b -> b.name(""), "name"),
                mistake("name with a line break", b -> b.name("a\nb"), "name"),
                mistake("blank issuer", b -> b.tokens(t -> t.issuer(" ")), "issuer"),
                mistake(
                        "no accepted issuer",
                        b -> b.tokens(t -> t.acceptedIssuers()),
                        "accepted-issuers"),
                mistake("blank audience", b -> b.tokens(t -> t.audience("a", "")), "audience"),
                mistake(
                        "no accepted audience",
                        b -> b.tokens(t -> t.acceptedAudiences()),
                        "accepted-audiences"),
                mistake(
                        "subject in exp",
                        b -> b.tokens(t -> t.subjectClaim("exp")),
                        "subject-claim"),
                mistake("no locations", b -> b.locations(), "location"),
                mistake(
                        "a location twice",
                        b -> b.locations(Location.JSON, Location.JSON),
                        "none twice"),
                mistake("header name no token", b -> b.headerName("X Token"), "header"),
                mistake("header scheme no token", b -> b.headerScheme("Bea rer"), "scheme"),
                mistake("no query parameter", b -> b.queryParameter(""), "query parameter"),
                mistake(
                        "JSON members alike",
                        b -> b.jsonAccessMember("t").jsonRefreshMember("t"),
                        "json-access-member"),
                mistake(
                        "token and CSRF value in one header",
                        b -> b.headerName("x-csrf-token"),
                        "share a header"));
    }

    private static Stream<Mistake> cookies() {
        return Stream.of(
                mistake(
                        "cookies alike",
                        b -> b.cookies(c -> c.accessName("t").refreshName("t")),
                        "share the cookie name"),
                mistake(
                        "companion like the token",
                        b -> b.cookies(c -> c.withoutPrefixes().accessCsrfName("access_token")),
                        "companion"),
                mistake(
                        "cookie name no token",
                        b -> b.cookies(c -> c.accessName("a b")),
                        "access cookie needs a name"),
                mistake("path without /", b -> b.cookies(c -> c.accessPath("api")), "path"),
                mistake(
                        "__Host- with a path",
                        b -> b.cookies(c -> c.refreshName("__Host-r").refreshPath("/r")),
                        "__Host-"),
                mistake(
                        "__Host- with a domain",
                        b -> b.cookies(c -> c.accessName("__Host-a").domain("example.org")),
                        "__Host-"),
                mistake("domain no host", b -> b.cookies(c -> c.domain("exa mple")), "domain"),
                mistake("unknown SameSite", b -> b.cookies(c -> c.sameSite("Loose")), "SameSite"),
                mistake(
                        "SameSite=None without Secure",
                        b -> b.insecureDevelopmentCookies().cookies(c -> c.sameSite("None")),
                        "SameSite=None"),
                mistake(
                        "CFG-03 no Secure",
                        b -> b.cookies(c -> c.insecureWithoutSecure()),
                        "insecureDevelopmentCookies()"),
                mistake(
                        "more than 400 days",
                        b -> b.cookies(c -> c.maxAge(Duration.ofDays(401))),
                        "400 days"),
                mistake("no time at all", b -> b.cookies(c -> c.maxAge(Duration.ZERO)), "max-age"));
    }

    private static Stream<Mistake> csrf() {
        return Stream.of(
                mistake(
                        "CFG-02 CSRF off and SameSite=None",
                        b -> b.cookies(c -> c.sameSite("none"))
                                .csrf(c -> c.insecureWithoutCsrfProtection()),
                        "Lax or Strict"),
                mistake(
                        "CFG-02 CSRF off and no SameSite",
                        b -> b.cookies(c -> c.insecureWithoutSameSite())
                                .csrf(c -> c.insecureWithoutCsrfProtection()),
                        "Lax or Strict"),
                mistake(
                        "POST exempt",
                        b -> b.csrf(c -> c.exemptMethods("GET", "POST")),
                        "exempts GET, HEAD, OPTIONS and TRACE"),
                mistake(
                        "exempt in small letters",
                        b -> b.csrf(c -> c.exemptMethods("get")),
                        "in capitals"),
                mistake(
                        "only no methods",
                        b -> b.csrf(c -> c.insecureOnlyMethods()),
                        "insecure-without-csrf-protection"),
                mistake("CSRF header no token", b -> b.csrf(c -> c.header("X:Y")), "CSRF header"),
                mistake("no CSRF field", b -> b.csrf(c -> c.form().field("")), "form field"),
                mistake(
                        "origin with a path",
                        b -> b.csrf(c -> c.trustedOrigins("https://a.example/")),
                        "no origin"),
                mistake(
                        "origin with a pattern",
                        b -> b.csrf(c -> c.trustedOrigins("https://*.a.example")),
                        "no origin"),
                mistake("origin null", b -> b.csrf(c -> c.trustedOrigins("null")), "no origin"));
    }

    private static JetonBuilder good() {
        return Jeton.builder().secretKey(JetonBuilderTest.SECRET);
    }

    private static List<String> problems(JetonBuilder builder) {
        return catchThrowableOfType(SettingsException.class, builder::build).problems();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @DisplayName("A mistake fails at build(), by one problem that tells how to mend it")
    void eachMistake(Mistake mistake) {
        JetonBuilder builder = good();
        mistake.made().accept(builder);
        assertThat(problems(builder))
                .anySatisfy(problem -> assertThat(problem).contains(mistake.words()));
    }

    @Test
    @DisplayName("All problems of a configuration come in one message")
    void allAtOnce() {
        JetonBuilder builder = Jeton.builder()
                .options(Map.of("jeton.clock-skew", "soon", "jeton.nmae", "x"))
                .file(Path.of("/no/such/file"))
                .secretKey("short")
                .locations()
                .tokens(t -> t.accessLifetime(Duration.ZERO).subjectClaim("aud"))
                .cookies(c -> c.accessName("a b").domain("-"))
                .csrf(c -> c.exemptMethods("PUT"));
        SettingsException all = catchThrowableOfType(SettingsException.class, builder::build);
        assertThat(all.problems()).hasSizeGreaterThanOrEqualTo(9).doesNotHaveDuplicates();
        assertThat(all.getMessage()).startsWith("Jeton cannot start:").contains(all.problems());
    }

    @Test
    @DisplayName("No problem repeats a secret, wherever it was written")
    void problemsHoldNoSecret() {
        String canary = "canary-4711";
        JetonBuilder builder = Jeton.builder();
        for (Option<?> option : new OptionTable().rows()) {
            if (!List.of(
                            "trusted-origins",
                            "cookie-domain",
                            "access-cookie-name",
                            "refresh-cookie-name",
                            "access-csrf-cookie-name",
                            "refresh-csrf-cookie-name")
                    .contains(option.key())) {
                builder.options(Map.of(option.name(), canary));
            }
        }
        assertThat(problems(builder))
                .hasSizeGreaterThan(10)
                .noneMatch(problem -> problem.contains(canary));
    }

    @Test
    @DisplayName("The bounds themselves are good")
    void bounds() {
        assertThatCode(() -> good().tokens(t -> t.clockSkew(Duration.ofSeconds(600))
                                .accessLifetime(Duration.ofSeconds(1_201)))
                        .cookies(c -> c.maxAge(Duration.ofDays(400)))
                        .build())
                .doesNotThrowAnyException();
        assertThatCode(() -> good().tokens(t -> t.clockSkew(Duration.ZERO)
                                .accessLifetime(Duration.ofSeconds(1))
                                .refreshLifetime(Duration.ofSeconds(1)))
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName(
            "What a predecessor could be told, its wire profile may be told too: CFG-02 to CFG-04")
    void profilesMayBeTold() {
        Jeton jeton = good().profile(StandardProfile.create())
                .tokens(t ->
                        t.insecureUnlimitedAccessLifetime().acceptedIssuers().acceptedAudiences())
                .cookies(c -> c.insecureWithoutSecure().insecureWithoutSameSite())
                .csrf(c -> c.insecureWithoutCsrfProtection())
                .build();
        assertThat(jeton.report())
                .contains(
                        "access tokens never expire",
                        "without Secure",
                        "without SameSite",
                        "without CSRF protection");
    }

    @Test
    @DisplayName("RFC 7519 §4.1.7: jti is required as soon as tokens can be revoked")
    void jtiIsRequiredForRevocation() {
        Jeton without = good().build();
        String token = JwsSigner.sign(
                JwsKey.ofSecret(JetonBuilderTest.SECRET),
                Map.of(),
                "{\"sub\":\"alice\",\"type\":\"access\",\"exp\":4102444800}".getBytes(UTF_8));
        assertThat(without.verifier().verify(token).id()).isEmpty();
        Jeton with = good().denylist(new InMemoryDenylist()).build();
        assertThatThrownBy(() -> with.verifier().verify(token))
                .isInstanceOf(TokenRejectedException.class)
                .hasMessage("claim_invalid: jti");
    }
}
