package dev.jeton.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jeton.Jeton;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests that the filter has not seen, as in an application that registers it for some paths only. */
class UnfilteredTest {
    @RestController
    static class Handlers {
        private final MvcGuard guard = new MvcGuard(null);

        @Bean
        FilterRegistrationBean<Filter> off(@Qualifier("jetonFilter") Filter filter) {
            FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }

        @GetMapping("/open")
        String open(HttpServletRequest request, HttpServletResponse response) {
            guard.afterCompletion(request, response, this, null);
            assertThatIllegalStateException()
                    .isThrownBy(() -> GuardedRequest.exchange(request))
                    .withMessageContaining("register it");
            return "fine";
        }

        @GetMapping("/protected")
        @JwtRequired
        String closed() {
            return "reached";
        }
    }

    @Test
    @DisplayName("An open handler works all the same, and a protected one is not reached")
    void unseen() throws Exception {
        Jeton jeton = Jeton.withSecret(Stack.SECRET);
        try (Application app = Stack.MVC.start(jeton, Handlers.class)) {
            assertThat(app.http.get("/open").body()).isEqualTo("fine");
            assertThat(app.http
                            .get("/protected", Application.bearer(jeton, "alice"))
                            .body())
                    .doesNotContain("reached");
        }
    }
}
