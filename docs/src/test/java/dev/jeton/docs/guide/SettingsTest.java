package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.docs.Page;
import dev.jeton.failure.SettingsException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class SettingsTest {
    @Test
    @DisplayName("Options are set in code")
    void code() {
        Jeton jeton = Jeton.builder()
                .secretKey(SECRET)
                .locations(HEADERS, COOKIES)
                .tokens(tokens ->
                        tokens.accessLifetime(Duration.ofMinutes(5)).issuer("https://example.com"))
                .cookies(cookies -> cookies.sameSite("Strict"))
                .csrf(csrf -> csrf.form())
                .build();

        assertThat(jeton.login("ada").expiresIn()).isEqualTo(300);
    }

    @Test
    @DisplayName("Options come from a file, and from the environment after it")
    void fileAndEnvironment(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("jeton.properties");
        Files.writeString(
                file,
                Page.of("docs/guide/settings.md").blocks("properties").get(0).text());
        Map<String, String> variables =
                Map.of("JETON_SECRET_KEY", SECRET, "JETON_ACCESS_TOKEN_LIFETIME", "10m");

        Jeton jeton = Jeton.builder().file(file).environment(variables).build();

        assertThat(jeton.login("ada").expiresIn()).isEqualTo(600);
        assertThat(jeton.report()).contains("headers", "cookies", "iss https://example.com");
    }

    @Test
    @DisplayName("A mistyped option is a problem, told with the nearest name, among all others")
    void problems() {
        assertThatThrownBy(() -> Jeton.builder()
                        .options(Map.of("jeton.acces-token-lifetime", "5m"))
                        .secretKey("secret")
                        .build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("did you mean jeton.access-token-lifetime?")
                .hasMessageContaining("openssl rand");
    }

    @Test
    @DisplayName("The report names what is configured and what is weakened, and holds no secret")
    void report() {
        Jeton jeton =
                Jeton.builder().secretKey(SECRET).insecureDevelopmentCookies().build();

        assertThat(jeton.report())
                .contains("tokens: access 15m")
                .contains("warning: insecure: development cookies")
                .doesNotContain(SECRET.substring(4));
    }
}
