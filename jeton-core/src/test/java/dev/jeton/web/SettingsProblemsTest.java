package dev.jeton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.web.CookieSettings.Clearing;
import dev.jeton.web.CookieSettings.Persistence;
import dev.jeton.web.CookieSettings.Slot;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class SettingsProblemsTest {
    private static final Slot REFRESH = new Slot("refresh_token", "/", "csrf_token", "/");

    private final WebFixture web = WebFixture.of();

    private static List<String> named(String name) {
        return slot(new Slot(name, "/", "csrf_token", "/"));
    }

    private static List<String> slot(Slot access) {
        return cookies(access, null, true, "Lax").problems();
    }

    private static CookieSettings cookies(
            Slot access, @Nullable String domain, boolean secure, @Nullable String sameSite) {
        return new CookieSettings(
                access,
                REFRESH,
                domain,
                secure,
                sameSite,
                Persistence.TOKEN_LIFE,
                null,
                true,
                true,
                Clearing.AS_SET,
                null);
    }

    @Test
    @DisplayName("The defaults have no problem")
    void defaults() {
        assertThat(web.settings().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a b", "a;b", "a=b", "a\r\nb", "a\u00e9", "a,b", "a\u0000", "a\"", "a}",
                "a\u007f"
            })
    @DisplayName("CKE-12: a cookie name that is no token is a problem")
    void names(String name) {
        assertThat(named(name))
                .hasSize(1)
                .first()
                .asString()
                .contains("the access cookie")
                .contains("name");
        assertThat(slot(new Slot("access_token", "/", name, "/")))
                .hasSize(1)
                .first()
                .asString()
                .contains("the CSRF cookie of the access token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "auth", "/a;b", "/a\r\nb", "/\u00e9", "/\u007f"})
    @DisplayName("CKE-12: a path that is no attribute's value is a problem")
    void paths(String path) {
        assertThat(slot(new Slot("access_token", path, "csrf_token", "/"))).hasSize(1);
        assertThat(slot(new Slot("access_token", "/", "csrf_token", path))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b", "a b", "https://example.org", "a\r\nb", "example.org:80"})
    @DisplayName("CKE-12: a domain that is no host name is a problem")
    void domains(String domain) {
        assertThat(WebFixture.cookies(domain, true, "Lax").problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("host name");
    }

    @Test
    @DisplayName(
            "CKE-02: SameSite=None without Secure is a problem, and so is a value that browsers do not know")
    void sameSite() {
        assertThat(WebFixture.cookies(null, false, "None").problems()).hasSize(1);
        assertThat(WebFixture.cookies(null, true, "None").problems()).isEmpty();
        assertThat(WebFixture.cookies(null, true, "lax").problems()).hasSize(1);
        assertThat(WebFixture.cookies(null, true, null).problems()).isEmpty();
    }

    @Test
    @DisplayName("CKE-03: a prefix in a name that the attributes contradict is a problem")
    void prefixes() {
        Slot host = new Slot("__Host-access", "/", "csrf_token", "/");
        assertThat(cookies(host, null, true, "Lax").problems()).isEmpty();
        assertThat(cookies(host, "example.org", true, "Lax").problems()).hasSize(1);
        assertThat(cookies(host, null, false, "Lax").problems()).hasSize(1);
        assertThat(slot(new Slot("__host-access", "/a", "csrf_token", "/"))).hasSize(1);
        Slot secure = new Slot("__Secure-access", "/a", "csrf_token", "/");
        assertThat(cookies(secure, "example.org", true, "Lax").problems()).isEmpty();
        assertThat(cookies(secure, null, false, "Lax").problems()).hasSize(1);
    }

    @Test
    @DisplayName("CFG-15: cookies that would overwrite each other are a problem")
    void sharedNames() {
        assertThat(named("refresh_token"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"__Host-refresh_token\"");
        CookieSettings unprefixed = WebFixture.cookies(null, false, "Lax");
        assertThat(unprefixed.problems()).isEmpty();
        assertThat(cookies(new Slot("csrf_token", "/", "csrf_token", "/"), null, false, "Lax")
                        .problems())
                .hasSize(1);
    }

    @Test
    @DisplayName("CKE-14: a fixed age of over 400 days, or none, is a problem")
    void fixedAge() {
        assertThat(fixed(Duration.ofDays(400))).isEmpty();
        assertThat(fixed(Duration.ofDays(400).plusSeconds(1))).hasSize(1);
        assertThat(fixed(null)).hasSize(1);
    }

    private static List<String> fixed(@Nullable Duration age) {
        return new CookieSettings(
                        new Slot("access_token", "/", "csrf_token", "/"),
                        REFRESH,
                        null,
                        true,
                        "Lax",
                        Persistence.FIXED,
                        age,
                        true,
                        true,
                        Clearing.AS_SET,
                        null)
                .problems();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org/",
                "app.example.org",
                "https://app.example.org:443",
                "http://a.example:80",
                "*",
                "null",
                "https://App.example.org",
                "https://",
                "https://a.example/path",
                "https://user@a.example",
                "https://*.example.org",
                "//a.example:8443",
                "//null",
                "https:a.example",
                ""
            })
    @DisplayName("CSR-15: a trusted origin that no browser would send is a problem")
    void origins(String origin) {
        web.trustedOrigins = Set.of(origin);
        assertThat(web.settings().problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("is no origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org",
                "http://localhost:3000",
                "https://a.example:8443",
                "app://frontend",
                "http://a.example:443",
                "https://a.example:80",
                "https://[::1]:8443"
            })
    @DisplayName("CSR-15: an origin as browsers send it is none")
    void goodOrigins(String origin) {
        web.trustedOrigins = Set.of(origin);
        assertThat(web.settings().problems()).isEmpty();
    }

    @Test
    @DisplayName(
            "CSRF protection without a header, a field or a method that changes anything is a problem")
    void csrf() {
        web.csrf = s -> new CsrfSettings(
                true, Set.of("GET", "POST"), true, "X CSRF", "X", true, "", "f", Set.of(), true);
        assertThat(web.settings().problems()).hasSize(3);
        web.csrf = s -> new CsrfSettings(
                true, Set.of("GET", "POST"), true, "X", "X CSRF", true, "f", "", Set.of(), true);
        assertThat(web.settings().problems()).hasSize(3);
        web.csrf = s -> new CsrfSettings(
                false, Set.of("GET", "POST"), true, "X", "X", false, "", "", Set.of(), true);
        assertThat(web.settings().problems())
                .as("without protection and without a field")
                .isEmpty();
        web.csrf = s -> new CsrfSettings(
                true, Set.of("POST"), false, "X", "X", false, "", "", Set.of(), true);
        assertThat(web.settings().problems()).as("only some methods, as said").isEmpty();
    }

    @Test
    @DisplayName("Names that cannot stand on the wire are problems, told all at once")
    void locations() {
        web.headerName = "X Token";
        web.scheme = "Bear er";
        web.locations.clear();
        web.queryParameter = "";
        assertThat(web.settings().problems()).hasSize(4);
    }

    @Test
    @DisplayName("CKE-12: a header field that would break its line is refused")
    void headerFields() {
        for (String value : List.of("a\r\nb", "a\nb", "a\u0000")) {
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                    .isThrownBy(() -> Answer.redirect(value))
                    .withMessageNotContaining(value);
        }
    }

    @Test
    @DisplayName("Members of a JSON body without a name are a problem")
    void members() {
        web.accessMember = "";
        assertThat(web.settings().problems()).hasSize(1);
        web.accessMember = "access_token";
        web.refreshMember = "";
        assertThat(web.settings().problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "65536, 0", "65537, 1"})
    @DisplayName("LOC-10: a body is read up to a limit between 1 and 65,536 bytes")
    void bodyLimit(int limit, int problems) {
        web.bodyLimit = limit;
        assertThat(web.settings().problems()).hasSize(problems);
    }

    @Test
    @DisplayName("CKE-12: a domain is one of letters, digits, dots and hyphens")
    void goodDomain() {
        assertThat(WebFixture.cookies("my-app2.Example.org", true, "Lax").problems())
                .isEmpty();
    }

    @Test
    @DisplayName("CFG-15: a companion of either token must not overwrite a token cookie")
    void companionNames() {
        assertThat(companions("refresh_token", true)).hasSize(1);
        assertThat(companions("access_token", true)).hasSize(1);
        assertThat(companions("a b", true)).hasSize(1);
        assertThat(companions("refresh_token", false))
                .as("without companions their names say nothing")
                .isEmpty();
        assertThat(companions("a b", false)).isEmpty();
    }

    private static List<String> companions(String csrfName, boolean companions) {
        return new CookieSettings(
                        new Slot("access_token", "/", csrfName, "/"),
                        REFRESH,
                        null,
                        true,
                        "Lax",
                        Persistence.TOKEN_LIFE,
                        null,
                        false,
                        companions,
                        Clearing.AS_SET,
                        null)
                .problems();
    }
}
