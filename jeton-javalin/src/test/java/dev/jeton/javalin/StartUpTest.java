package dev.jeton.javalin;

import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.failure.SettingsException;

import io.javalin.Javalin;
import io.javalin.http.servlet.DefaultTasks;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What keeps an application from starting. */
class StartUpTest {
    private final Jeton jeton = Jeton.withSecret(Application.SECRET);

    @Test
    @DisplayName(
            "Routes that want a Jeton that is not there, or state two rules, are told all at once")
    void unknownName() {
        assertThatThrownBy(() -> Javalin.create(config -> {
                    config.registerPlugin(new JetonPlugin(jeton));
                    config.routes.get("/a", ctx -> {}, jwtRequired(r -> r.by("admni")));
                    config.routes.ws("/b", ws -> {}, jwtRequired(r -> r.by("nobody")));
                    config.routes.get("/c", ctx -> {}, jwtRequired(), jwtRequired(r -> r.fresh()));
                }))
                .asInstanceOf(InstanceOfAssertFactories.type(SettingsException.class))
                .extracting(
                        SettingsException::problems, InstanceOfAssertFactories.list(String.class))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("GET /a", "admni", "[default]"),
                        problem -> assertThat(problem).contains("GET /c", "in one"),
                        problem -> assertThat(problem).contains("/b", "nobody"));
    }

    @Test
    @DisplayName("A route that is added later is checked when it is added")
    void addedLater() {
        Javalin app = Javalin.create(config -> config.registerPlugin(new JetonPlugin(jeton)));
        assertThatThrownBy(() ->
                        app.unsafe.routes.get("/late", ctx -> {}, jwtRequired(r -> r.by("admin"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("GET /late");
    }

    @Test
    @DisplayName("FRM-21: a life cycle without the guard of routes does not start")
    void lifeCycle() {
        assertThatThrownBy(() -> Javalin.create(config -> {
                    config.registerPlugin(new JetonPlugin(jeton));
                    config.unsafe.servletRequestLifecycle.remove(
                            DefaultTasks.INSTANCE.getBEFORE_MATCHED());
                }))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("BEFORE_MATCHED");
    }

    @Test
    @DisplayName("FRM-21: the plugin can be registered once only")
    void twice() {
        assertThatThrownBy(() -> Javalin.create(config -> {
                    config.registerPlugin(new JetonPlugin(jeton));
                    config.registerPlugin(new JetonPlugin(jeton));
                }))
                .hasMessageContaining("already registered");
    }
}
