package dev.jeton.spring.boot;

import static dev.jeton.spring.boot.Site.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.testkit.conformance.RawHttp.Reply;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the page "From a copied filter to Jeton" says, of the two applications that it shows. */
class MigrationTest {
    private static final Path PAGE = Path.of("../docs/guide/from-a-filter.md");
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static String member(String name, Reply reply) {
        return reply.body().replaceAll(".*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    @Test
    @DisplayName(
            "The copied filter takes a refresh token for an access token, refreshes with either, and refuses without a word")
    void before() throws Exception {
        try (Site site = Site.start(WebApplicationType.SERVLET, CopiedFilter.class)) {
            Reply login = site.http.post("/login", "name=ada", FORM);
            String access = member("access_token", login);
            String refresh = member("refresh_token", login);
            assertThat(site.http.get("/me", bearer(access)).body()).isEqualTo("ada");
            assertThat(site.http.get("/me", bearer(refresh)).body()).isEqualTo("ada");
            assertThat(site.http
                            .post("/refresh", "refresh_token=" + access, FORM)
                            .status())
                    .isEqualTo(200);
            assertThat(site.http.get("/me").body()).isEmpty();
            assertThat(site.http
                            .post("/login", "name=ada", FORM, bearer("stale"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName(
            "Jeton takes each for what it is, says why it refuses, and lets a stale token log in")
    void after() throws Exception {
        try (Site site = Site.start(WebApplicationType.SERVLET, JetonInstead.class)) {
            Reply login = site.http.post("/login", "name=ada", FORM);
            String access = member("access_token", login);
            String refresh = member("refresh_token", login);
            assertThat(site.http.get("/me", bearer(access)).body()).isEqualTo("ada");
            assertThat(site.http.get("/me", bearer(refresh)).body()).contains("token_type_refused");
            assertThat(site.http.post("/refresh", "", bearer(access)).body())
                    .contains("token_type_refused");
            assertThat(site.http.post("/refresh", "", bearer(refresh)).body())
                    .contains("access_token");
            assertThat(site.http.get("/me").body()).contains("token_missing");
            assertThat(site.http
                            .post("/login", "name=ada", FORM, bearer("stale"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("The page counts the lines of its snippets rightly")
    void lines() throws IOException {
        String page = Files.readString(PAGE);
        int middle = page.indexOf("\n## After");
        assertThat(page)
                .contains("| lines of Java | " + lines(page.substring(0, middle)) + " | "
                        + lines(page.substring(middle)) + " |");
    }

    /** Lines of the Java blocks, without empty ones. */
    private static int lines(String part) {
        int count = 0;
        boolean inside = false;
        for (String line : part.lines().toList()) {
            if (line.startsWith("```")) {
                inside = line.equals("```java");
            } else if (inside && !line.isBlank()) {
                count++;
            }
        }
        return count;
    }
}
