package dev.jeton.examples.site;

import static dev.jeton.examples.site.Visitor.PASSWORD;
import static dev.jeton.examples.site.Visitor.assertRedirect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Whatever {@code next} says, nobody leaves the site (CWE-601). */
class SafePathTest {
    @TempDir
    static Path folder;

    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = new RunningSite(folder);
        Visitor.signedUp(site, "ada");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/notes", "/notes?from=bookmark&q=a%20b", "/account?changed", "/a/b"})
    @DisplayName("Places of this site stay as they are")
    void good(String next) {
        assertThat(SafePath.of(next)).isEqualTo(next);
        assertLeadsTo(next, next);
    }

    static List<String> attempts() {
        return List.of(
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\\/evil.example",
                "https://evil.example/",
                "HTTPS:evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example",
                "@evil.example",
                "/%2Fevil.example",
                "/%5Cevil.example",
                "%2F%2Fevil.example",
                "/%09/evil.example",
                "/\t/evil.example",
                "\t//evil.example",
                " //evil.example",
                "/\n/evil.example",
                "/notes\r\nLocation: https://evil.example",
                "/notes\r\nSet-Cookie: a=b",
                "/notes\n",
                "/\u0000/evil.example",
                "/./evil.example",
                "/..//evil.example",
                "/notes//evil.example",
                "/;//evil.example",
                "/notes#@evil.example",
                "/{evil}",
                "/\u2215evil.example",
                "/\uff0fevil.example",
                "/notes?next=https://evil.example",
                "//user@localhost:8080@evil.example");
    }

    @ParameterizedTest
    @MethodSource("attempts")
    @DisplayName(
            "What is no place of this site leads to the front page, or to a path that has no host in it")
    void bad(String next) {
        String safe = SafePath.of(next);
        assertThat(safe.equals("/") || safe.equals("/notes//evil.example")).isTrue();
        assertLeadsTo(next, safe);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000})
    @DisplayName("A long text is no way to wear the server out")
    void longText(int times) {
        assertThat(SafePath.of("/a".repeat(times))).hasSize(2 * times);
        assertThat(SafePath.of("/a".repeat(times) + "\\")).isEqualTo("/");
    }

    private static void assertLeadsTo(String next, String safe) {
        Visitor visitor = new Visitor(site);
        assertRedirect(visitor.logIn("ada", PASSWORD, next), safe);
        String encoded = URLEncoder.encode(next, StandardCharsets.UTF_8);
        assertRedirect(visitor.get("/refresh?next=" + encoded), safe);
        assertThat(visitor.get("/login?next=" + encoded).body())
                .contains("name=\"next\" value=\"" + safe.replace("&", "&amp;") + "\"");
    }
}
