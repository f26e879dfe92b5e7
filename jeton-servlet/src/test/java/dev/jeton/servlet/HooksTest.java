package dev.jeton.servlet;

import static dev.jeton.servlet.Application.bearer;
import static dev.jeton.servlet.Application.page;
import static dev.jeton.servlet.Application.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Hooks that fail, filters around Jeton's, and what they may not change (section 15 of the attack catalogue). */
class HooksTest {
    private final Jeton jeton = Jeton.withSecret(Application.SECRET);
    private final AtomicInteger runs = new AtomicInteger();

    private void secret(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        runs.incrementAndGet();
        response.getWriter().print("secret of " + request.getUserPrincipal().getName());
    }

    private void admin(ServletContext context) {
        page(context, "admin", this::secret, "/admin/*");
        page(context, "report", this::secret, "/report", "/files/*");
        page(context, "open", text("open"), "/open/*");
        JetonFilters.of(jeton)
                .protect("/admin/*")
                .protectServlet("report", requirement -> requirement)
                .register(context);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-12: when there is no Jeton for a request, it is not let through")
    void noJeton(Containers container) throws Exception {
        try (Application app = Application.start(container, context -> {
            page(context, "admin", this::secret, "/admin");
            page(context, "open", text("open"), "/open");
            page(context, "error", text("sorry"), "/error-page");
            JetonFilters.of((request, name) -> {
                        throw new IllegalArgumentException("no tenant");
                    })
                    .protect("/admin")
                    .register(context);
        })) {
            assertThat(app.http.get("/admin").status()).isEqualTo(500);
            assertThat(app.http.get("/open").body()).isEqualTo("open");
            assertThat(runs).hasValue(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-13: after a refusal neither filters behind nor the servlet run")
    void skipped(Containers container) throws Exception {
        AtomicInteger behind = new AtomicInteger();
        Filter counting = (request, response, chain) -> {
            behind.incrementAndGet();
            chain.doFilter(request, response);
        };
        try (Application app = Application.start(container, context -> {
            admin(context);
            context.addFilter("counting", counting).addMappingForUrlPatterns(null, true, "/*");
        })) {
            assertThat(app.http.get("/admin").status()).isEqualTo(401);
            assertThat(behind).hasValue(0);
            assertThat(app.http.get("/admin", bearer(jeton, "alice")).status()).isEqualTo(200);
            assertThat(behind).hasValue(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("FRM-21: a filter that was declared before and answers itself does not come first")
    void declaredBefore(Containers container) throws Exception {
        Filter answering = (request, response, chain) -> response.getWriter().print("secret");
        try (Application app = Application.start(container, context -> {
            context.addFilter("answering", answering).addMappingForUrlPatterns(null, true, "/*");
            admin(context);
        })) {
            assertThat(app.http.get("/admin").status()).isEqualTo(401);
            assertThat(app.http.get("/admin", bearer(jeton, "alice")).body()).isEqualTo("secret");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "FRM-23: a filter for CORS in front answers preflights, and a refusal keeps its headers")
    void cors(Containers container) throws Exception {
        Filter cors = (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Access-Control-Allow-Origin", "*");
            chain.doFilter(request, response);
        };
        try (Application app = Application.start(container, context -> {
            page(context, "admin", this::secret, "/admin");
            context.addFilter("cors", cors).addMappingForUrlPatterns(null, true, "/*");
            JetonFilters.of(jeton).protect("/*").behindDeclaredFilters().register(context);
        })) {
            Reply refused = app.http.get("/admin", "Origin: https://a.example");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.value("Access-Control-Allow-Origin")).contains("*");
        }
    }
}
