package dev.jeton.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jeton.Jeton;
import dev.jeton.failure.SettingsException;
import dev.jeton.jwt.VerifiedJwt;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/** What is wrong with annotations keeps an application from starting, all in one message. */
class StartUpTest {
    private final Jeton jeton = Jeton.withSecret(Stack.SECRET);

    @RestController
    static class Wrong {
        @GetMapping("/types")
        @JwtRequired(refresh = true, logout = true)
        void types() {}

        @GetMapping("/fresh")
        @JwtRequired(refresh = true, fresh = true)
        void fresh() {}

        @GetMapping("/by")
        @JwtRequired(by = "admin")
        void by() {}

        @GetMapping("/open")
        String open(VerifiedJwt jwt) {
            return jwt.subject();
        }

        @GetMapping("/optional")
        @JwtRequired(optional = true)
        String optional(Optional<VerifiedJwt> fine, @CurrentUser Object user) {
            return "";
        }

        @GetMapping("/both")
        @JwtRequired
        @PublicRoute
        void both() {}

        @JwtRequired
        void helper() {}
    }

    @Component
    @JwtRequired
    static class Service {
        @PublicRoute
        void work() {}
    }

    @RestController
    static class Right {
        @GetMapping("/fine")
        @JwtRequired
        void fine() {}
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "CFG-14: contradictions, and annotations that nothing would heed, are told at once with their mends")
    void problems(Stack stack) {
        Throwable failure = catchThrowable(() ->
                stack.start(jeton, Wrong.class, Right.class, Service.class).close());
        assertThat(failure).isInstanceOf(SettingsException.class);
        assertThat(((SettingsException) failure).problems())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("Wrong.types", "keep one of them"),
                        problem -> assertThat(problem).contains("Wrong.fresh", "leave out"),
                        problem -> assertThat(problem)
                                .contains("Wrong.by", "\"admin\"", "only [default]"),
                        problem ->
                                assertThat(problem).contains("Wrong.open", "make it an Optional"),
                        problem -> assertThat(problem)
                                .contains("Wrong.optional", "parameter 1", "make it an Optional"),
                        problem -> assertThat(problem).contains("Wrong.both", "say all in one"),
                        problem -> assertThat(problem)
                                .contains("Wrong.helper", "annotate a handler method"),
                        problem -> assertThat(problem)
                                .contains("StartUpTest$Service", "annotate a controller"),
                        problem -> assertThat(problem)
                                .contains("Service.work", "annotate a handler method"));
    }
}
