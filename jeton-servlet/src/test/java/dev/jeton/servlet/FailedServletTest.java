package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;
import static dev.jeton.servlet.Application.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import jakarta.servlet.ServletException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a servlet throws over its token is a refusal. */
class FailedServletTest {
    private final Jeton jeton = Jeton.withSecret(Application.SECRET);

    @ParameterizedTest
    @EnumSource(Containers.class)
    @DisplayName(
            "No client can cause a 500, and a store that is away is 503 with the logout's cookies")
    void refused(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "read", (request, response) -> jeton.verifier().verify("a.b.c"), "/read");
            page(
                    context,
                    "/logout",
                    (request, response) -> {
                        throw new ServletException(
                                new CheckUnavailableException("the store is away"));
                    },
                    "/logout");
            page(
                    context,
                    "/broken",
                    (request, response) -> {
                        throw new IllegalStateException("broken");
                    },
                    "/broken");
            page(context, "error", text("failed"), "/error-page");
            JetonFilters.of(jeton).protect("/logout", r -> r.logout()).register(context);
        })) {
            Reply read = app.http.get("/read");
            assertThat(read.status()).isEqualTo(401);
            assertThat(read.value("WWW-Authenticate").orElseThrow()).contains("invalid_token");
            Reply logout = app.http.get("/logout", bearer(jeton, "alice"));
            assertThat(logout.status()).isEqualTo(503);
            assertThat(logout.values("Set-Cookie")).isNotEmpty();
            assertThat(app.http.get("/broken").status()).isEqualTo(500);
        }
    }
}
