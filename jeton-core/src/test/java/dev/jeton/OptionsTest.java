package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.web.CookieSettings.Persistence;
import dev.jeton.web.Location;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** Options as text: each of them, from each source. */
class OptionsTest {
    /** An option, a text that is not its default, and what the builder then knows. */
    record Sample(String key, String text, Function<JetonBuilder, Object> known, Object expected) {
        @Override
        public String toString() {
            return key;
        }
    }

    static List<Sample> samples() {
        List<Sample> all = new ArrayList<>();
        all.addAll(keys());
        all.addAll(places());
        all.addAll(tokens());
        all.addAll(cookies());
        all.addAll(csrf());
        return all;
    }

    private static List<Sample> keys() {
        return List.of(
                new Sample("name", "admin", b -> b.name, "admin"),
                new Sample("secret-key", "hex:00", b -> b.keys.secret, "hex:00"),
                new Sample("private-key", "file:/k", b -> b.keys.privatePem, "file:/k"),
                new Sample("public-key", "file:/p", b -> b.keys.publicPem, "file:/p"),
                new Sample("algorithm", "EdDSA", b -> b.keys.algorithm, JwsAlgorithm.EDDSA),
                new Sample("key-id", "2026-01", b -> b.keys.keyId, "2026-01"),
                new Sample("key-provider", "SunEC", b -> b.keys.provider, "SunEC"),
                new Sample("verified-token-memory", "512KiB", b -> b.keys.tokenMemory, 512L * 1024),
                new Sample("remember-hmac-tokens", "true", b -> b.keys.hmacTokensRemembered, true));
    }

    private static List<Sample> places() {
        return List.of(
                new Sample(
                        "locations",
                        "cookies, query_string",
                        b -> b.web.locations,
                        List.of(Location.COOKIES, Location.QUERY_STRING)),
                new Sample("header-name", "X-Token", b -> b.web.headerName, "X-Token"),
                new Sample("header-scheme", "", b -> b.web.headerScheme, ""),
                new Sample("query-parameter", "t", b -> b.web.queryParameter, "t"),
                new Sample("query-prefix", "p:", b -> b.web.queryPrefix, "p:"),
                new Sample("json-access-member", "a", b -> b.web.accessMember, "a"),
                new Sample("json-refresh-member", "r", b -> b.web.refreshMember, "r"));
    }

    private static List<Sample> tokens() {
        return List.of(
                new Sample(
                        "access-token-lifetime", "5m", b -> b.tokens.access, Duration.ofMinutes(5)),
                new Sample(
                        "refresh-token-lifetime", "P7D", b -> b.tokens.refresh, Duration.ofDays(7)),
                new Sample("clock-skew", "30", b -> b.tokens.skew, Duration.ofSeconds(30)),
                new Sample("max-token-age", "12h", b -> b.tokens.maxAge, Duration.ofHours(12)),
                new Sample("issuer", "https://me", b -> b.tokens.issuer, "https://me"),
                new Sample(
                        "accepted-issuers",
                        "a,b",
                        b -> b.tokens.acceptedIssuers,
                        List.of("a", "b")),
                new Sample("audience", "shop", b -> b.tokens.audience, List.of("shop")),
                new Sample(
                        "accepted-audiences", "x", b -> b.tokens.acceptedAudiences, List.of("x")),
                new Sample("subject-claim", "uid", b -> b.tokens.subjectClaim, "uid"),
                new Sample("not-before-written", "true", b -> b.tokens.notBefore, true),
                new Sample("insecure-claim-overrides", "true", b -> b.tokens.claimOverrides, true),
                new Sample(
                        "insecure-tokens-without-expiry",
                        "true",
                        b -> b.tokens.withoutExpiry,
                        true));
    }

    private static List<Sample> cookies() {
        return List.of(
                new Sample("access-cookie-name", "a", b -> b.cookies.accessName, "a"),
                new Sample("refresh-cookie-name", "r", b -> b.cookies.refreshName, "r"),
                new Sample("access-cookie-path", "/a", b -> b.cookies.accessPath, "/a"),
                new Sample("refresh-cookie-path", "/r", b -> b.cookies.refreshPath, "/r"),
                new Sample("csrf-cookies", "false", b -> b.cookies.companions, false),
                new Sample("access-csrf-cookie-name", "ac", b -> b.cookies.accessCsrfName, "ac"),
                new Sample("refresh-csrf-cookie-name", "rc", b -> b.cookies.refreshCsrfName, "rc"),
                new Sample("access-csrf-cookie-path", "/ac", b -> b.cookies.accessCsrfPath, "/ac"),
                new Sample(
                        "refresh-csrf-cookie-path", "/rc", b -> b.cookies.refreshCsrfPath, "/rc"),
                new Sample("cookie-domain", "example.org", b -> b.cookies.domain, "example.org"),
                new Sample("cookie-same-site", "Strict", b -> b.cookies.sameSite, "Strict"),
                new Sample(
                        "cookie-persistence",
                        "session",
                        b -> b.cookies.persistence,
                        Persistence.SESSION),
                new Sample("cookie-prefixes", "false", b -> b.cookies.prefixed, false),
                new Sample(
                        "insecure-cookies-without-same-site",
                        "true",
                        b -> b.cookies.withoutSameSite,
                        true),
                new Sample("development", "true", b -> b.development, true));
    }

    private static List<Sample> csrf() {
        return List.of(
                new Sample("csrf-exempt-methods", "GET", b -> b.csrf.methods, List.of("GET")),
                new Sample(
                        "insecure-csrf-only-methods", "PUT", b -> b.csrf.methodsAreExempt, false),
                new Sample(
                        "csrf-header",
                        "X-C",
                        b -> b.csrf.accessHeader + b.csrf.refreshHeader,
                        "X-CX-C"),
                new Sample("access-csrf-header", "X-A", b -> b.csrf.accessHeader, "X-A"),
                new Sample("refresh-csrf-header", "X-R", b -> b.csrf.refreshHeader, "X-R"),
                new Sample("csrf-form", "true", b -> b.csrf.form, true),
                new Sample("csrf-field", "f", b -> b.csrf.accessField + b.csrf.refreshField, "ff"),
                new Sample("access-csrf-field", "fa", b -> b.csrf.accessField, "fa"),
                new Sample("refresh-csrf-field", "fr", b -> b.csrf.refreshField, "fr"),
                new Sample(
                        "trusted-origins",
                        "https://a.example,https://b.example",
                        b -> b.csrf.trustedOrigins,
                        List.of("https://a.example", "https://b.example")),
                new Sample("insecure-without-csrf-protection", "true", b -> b.csrf.protect, false));
    }

    @Test
    @DisplayName("Every option of the table has a sample here")
    void everyOptionHasASample() {
        assertThat(samples().stream().map(Sample::key))
                .containsExactlyInAnyOrderElementsOf(
                        new OptionTable().rows().stream().map(Option::key).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("An option is read from a map, properties, a file and the environment alike")
    void everySource(Sample sample, @TempDir Path folder) throws IOException {
        String name = "jeton." + sample.key();
        String variable =
                "JETON_" + sample.key().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        Properties properties = new Properties();
        properties.setProperty(name, sample.text());
        Path file = folder.resolve("jeton.properties");
        Files.writeString(file, name + " = " + sample.text() + "\nother.secret-key = x\n");

        for (JetonBuilder builder : List.of(
                Jeton.builder().options(Map.of(name, sample.text())),
                Jeton.builder().properties(properties),
                Jeton.builder().file(file),
                Jeton.builder().environment(Map.of(variable, sample.text())))) {
            assertThat(builder.problems).isEmpty();
            assertThat(sample.known().apply(builder)).isEqualTo(sample.expected());
            assertThat(sample.known().apply(Jeton.builder())).isNotEqualTo(sample.expected());
        }
    }

    @Test
    @DisplayName("The defaults that the table tells are the defaults")
    void defaultsAreTold() {
        for (Option<?> option : new OptionTable().rows()) {
            if (!option.standard().isEmpty()) {
                JetonBuilder told =
                        Jeton.builder().options(Map.of(option.name(), option.standard()));
                Sample sample = samples().stream()
                        .filter(s -> s.key().equals(option.key()))
                        .findFirst()
                        .orElseThrow();
                assertThat(told.problems).isEmpty();
                assertThat(sample.known().apply(told))
                        .as(option.key())
                        .isEqualTo(sample.known().apply(Jeton.builder()));
            }
        }
    }

    @Test
    @DisplayName("What is said last holds: a later source, or a call, over an earlier one")
    void lastWordHolds() {
        JetonBuilder builder = Jeton.builder()
                .options(Map.of("jeton.name", "map", "jeton.csrf-form", "true"))
                .environment(Map.of("JETON_NAME", "environment", "JETON_CSRF_FORM", "false"));
        assertThat(builder.name).isEqualTo("environment");
        assertThat(builder.csrf.form).isFalse();
        assertThat(builder.name("code").name).isEqualTo("code");
    }

    @Test
    @DisplayName("An option for one cookie holds against the one for both, whatever their order")
    void narrowOverWide() {
        JetonBuilder builder = Jeton.builder()
                .options(Map.of("jeton.access-csrf-header", "X-A", "jeton.csrf-header", "X-Both"));
        assertThat(builder.csrf.accessHeader).isEqualTo("X-A");
        assertThat(builder.csrf.refreshHeader).isEqualTo("X-Both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15m", "900", "900s", "PT15M", "PT900S"})
    @DisplayName("A time is written with a unit, as ISO 8601, or as plain seconds")
    void times(String text) {
        JetonBuilder builder = Jeton.builder().options(Map.of("jeton.access-token-lifetime", text));
        assertThat(builder.tokens.access).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "m",
                "15 m",
                "1.5h",
                "15M",
                "fifteen",
                "99999999999999999999",
                "106751991167301d",
                "P",
                "15m 30s"
            })
    @DisplayName(
            "A text that is no time is a problem that tells how to write one, and never repeats the text")
    void noTimes(String text) {
        JetonBuilder builder = Jeton.builder().options(Map.of("jeton.clock-skew", text));
        assertThat(builder.problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("jeton.clock-skew cannot be read: write a time such as `90s`"));
        assertThat(Jeton.builder()
                        .options(Map.of("jeton.clock-skew", "canary-" + text))
                        .problems
                        .toString())
                .doesNotContain("canary");
    }

    @Test
    @DisplayName("A life is `never` where tokens without expiry are allowed by name")
    void never() {
        Jeton jeton = Jeton.builder()
                .options(Map.of(
                        "jeton.secret-key", JetonBuilderTest.SECRET,
                        "jeton.access-token-lifetime", "never",
                        "jeton.refresh-token-lifetime", "never",
                        "jeton.insecure-tokens-without-expiry", "true"))
                .build();
        assertThat(jeton.report()).contains("tokens: access never ends, refresh never ends");
        assertThat(jeton.login("alice").expiresIn()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "", "true "})
    @DisplayName("A switch is `true` or `false`, to the letter")
    void switches(String text) {
        assertThat(Jeton.builder().options(Map.of("jeton.development", text)).problems)
                .singleElement()
                .asString()
                .contains("`true` or `false`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "HEADERS", "headers,", ",", "headers;cookies"})
    @DisplayName("A place of tokens is one of four, in small letters")
    void unknownPlaces(String text) {
        assertThat(Jeton.builder().options(Map.of("jeton.locations", text)).problems)
                .hasSize(1);
    }

    @Test
    @DisplayName("Cookies are kept as long as the token, until the browser closes, or for a time")
    void persistence() {
        JetonBuilder builder = Jeton.builder().options(Map.of("jeton.cookie-persistence", "30d"));
        assertThat(builder.cookies.persistence).isEqualTo(Persistence.FIXED);
        assertThat(builder.cookies.fixedMaxAge).isEqualTo(Duration.ofDays(30));
        builder.options(Map.of("jeton.cookie-persistence", "token-life"));
        assertThat(builder.cookies.persistence).isEqualTo(Persistence.TOKEN_LIFE);
        assertThat(builder.options(Map.of("jeton.cookie-persistence", "0")).problems)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jeton.acces-token-lifetime",
                "jeton.access-token-lifetme",
                "jeton.accessTokenLifetime",
                "jeton.access_token_lifetime",
                "jeton.access-token-lifetimes"
            })
    @DisplayName("CFG-08: an unknown option is a problem that suggests the nearest name")
    void unknownOption(String name) {
        assertThat(Jeton.builder().options(Map.of(name, "15m")).problems)
                .containsExactly("there is no option " + name
                        + ": did you mean jeton.access-token-lifetime?");
    }

    @Test
    @DisplayName("Names without jeton. belong to others")
    void othersNames() {
        JetonBuilder builder = Jeton.builder()
                .options(Map.of("server.port", "80", "jetonx", "1", "secret-key", "2"));
        assertThat(builder.problems).isEmpty();
        assertThat(builder.keys.secret).isNull();
    }

    @Test
    @DisplayName("An unknown name of any length and with any characters makes one short line")
    void hostileNames() {
        JetonBuilder builder =
                Jeton.builder().options(Map.of("jeton." + "\n\u202ex".repeat(5_000), ""));
        assertThat(builder.problems)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).hasSizeLessThan(150).matches("[\\x20-\\x7e…]+"));
    }

    @Test
    @DisplayName(
            "An unknown variable is a warning when it is nearly a known one, and nothing otherwise")
    void unknownVariables() {
        JetonBuilder builder = Jeton.builder()
                .environment(
                        Map.of("JETON_SECRT_KEY", "canary", "JETON_HOME", "/opt", "PATH", "/bin"));
        assertThat(builder.problems).isEmpty();
        assertThat(builder.warnings)
                .containsExactly(
                        "the variable JETON_SECRT_KEY is not read: did you mean JETON_SECRET_KEY?");
        assertThat(builder.secretKey(JetonBuilderTest.SECRET).build().report())
                .contains("warning: the variable JETON_SECRT_KEY is not read")
                .doesNotContain("canary");
    }

    @Test
    @DisplayName("A file that is missing, no UTF-8 or no properties file is a problem")
    void badFiles(@TempDir Path folder) throws IOException {
        Path latin = folder.resolve("latin1.properties");
        Files.write(latin, "jeton.issuer=caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Path escape = folder.resolve("escape.properties");
        Files.writeString(escape, "jeton.issuer=\\u00zz");
        Path missing = folder.resolve("missing.properties");
        assertThat(Jeton.builder().file(missing).file(folder).file(latin).file(escape).problems)
                .satisfiesExactly(
                        problem ->
                                assertThat(problem).contains("missing.properties cannot be read"),
                        problem -> assertThat(problem).contains("cannot be read"),
                        problem -> assertThat(problem).contains("no UTF-8"),
                        problem -> assertThat(problem).contains("\\u escapes"));
    }

    @Test
    @DisplayName("An option that stands twice in a file is a problem; other names may")
    void twiceInAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("jeton.properties");
        Files.writeString(file, "jeton.issuer=a\nother=1\nother=2\njeton.issuer=a\n");
        assertThat(Jeton.builder().file(file).problems)
                .containsExactly("jeton.issuer stands twice in " + file + ": keep one of them");
    }

    @Test
    @DisplayName("A file is read as UTF-8")
    void filesAreUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("jeton.properties");
        Files.writeString(file, "jeton.issuer=café");
        assertThat(Jeton.builder().file(file).tokens.issuer).isEqualTo("café");
    }
}
