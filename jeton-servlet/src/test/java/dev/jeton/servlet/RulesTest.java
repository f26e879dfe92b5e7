package dev.jeton.servlet;

import static dev.jeton.servlet.Application.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.failure.SettingsException;

import jakarta.servlet.ServletContext;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Rules that keep an application from starting, and questions that cannot be answered. */
class RulesTest {
    private final Jeton jeton = Jeton.withSecret(Application.SECRET);

    private static Throwable failure(Containers container, Consumer<ServletContext> setup)
            throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Application.start(container, context -> {
                    try {
                        setup.accept(context);
                    } catch (RuntimeException e) {
                        thrown.set(e);
                    }
                })
                .close();
        return thrown.get();
    }

    private String problems(JetonFilters filters) throws Exception {
        Throwable thrown = failure(Containers.JETTY, filters::register);
        assertThat(thrown).isInstanceOf(SettingsException.class);
        return String.join("\n", ((SettingsException) thrown).problems());
    }

    @Test
    @DisplayName("All problems of the rules are told at once, each with its mend")
    void atOnce() throws Exception {
        String told = problems(JetonFilters.of(jeton)
                .protect("/admin*")
                .protect("/a", r -> r.by("admni"))
                .protectServlet("x", r -> r.by("nobody"))
                .protect("/*")
                .open("/login"));
        assertThat(told.lines()).hasSize(4);
        assertThat(told)
                .contains("\"/admin*\"", "/prefix/*")
                .contains("admni", "[default]")
                .contains("nobody")
                .contains("/login is never reached behind the one for /*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "*", "admin", "/admin*", "/a/*/b", "/**", "*.", "*.a/b", "/*.jsp"})
    @DisplayName("A pattern that containers take otherwise than it looks is refused")
    void patterns(String pattern) throws Exception {
        assertThat(problems(JetonFilters.of(jeton).protect(pattern)))
                .contains("\"" + pattern + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/a, /a, true", "/a/*, /a, true", "/a/*, /a/b, true", "/a/*, /a/b/*, true",
        "/*, *.jsp, true", "*.jsp, /x.jsp, true", "/a/*, /ab, false", "/a, /a/*, false",
        "*.jsp, /x/*, false", "/a/*, *.jsp, false", "*.jsp, *.jspx, false", "/a/*, /*, false"
    })
    @DisplayName("A rule that a rule before it hides is found")
    void hidden(String first, String second, boolean hidden) {
        assertThat(UrlPatterns.covers(first, second)).isEqualTo(hidden);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"JETTY", "TOMCAT"})
    @DisplayName("FRM-21: an application's rules are registered once only")
    void twice(Containers container) throws Exception {
        Throwable thrown = failure(container, context -> {
            JetonFilters.of(jeton).register(context);
            JetonFilters.of(jeton).register(context);
        });
        assertThat(thrown)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at once");
    }

    @Test
    @DisplayName("Asking for a token where none is required, or without filters, says what to do")
    void clearErrors() throws Exception {
        Application.Work asks = (in, out) -> {
            try {
                JetonServlet.jwt(in);
            } catch (IllegalStateException e) {
                out.getWriter().print(e.getMessage());
            }
        };
        try (Application with = Application.start(Containers.JETTY, context -> {
                    page(context, "asks", asks, "/asks");
                    JetonFilters.of(jeton).register(context);
                });
                Application without = Application.start(
                        Containers.JETTY, context -> page(context, "asks", asks, "/asks"))) {
            assertThat(with.http.get("/asks").body()).contains("protect its route");
            assertThat(without.http.get("/asks").body()).contains("JetonFilters");
        }
    }

    @Test
    @DisplayName("Two Jetons of one name are refused")
    void sameName() {
        assertThatThrownBy(() -> JetonFilters.of(jeton, Jeton.withSecret(Application.SECRET)))
                .isInstanceOf(SettingsException.class);
    }
}
