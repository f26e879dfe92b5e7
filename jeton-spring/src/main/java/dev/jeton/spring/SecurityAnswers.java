package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.web.Outcome;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers what Spring Security refuses the way Jeton answers what it refuses itself. */
final class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();
    private final Supplier<SecurityRequirements> requirements;

    SecurityAnswers(Supplier<SecurityRequirements> requirements) {
        this.requirements = requirements;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException unauthenticated)
            throws IOException, ServletException {
        JetonExchange exchange = GuardedRequest.exchange(request);
        Outcome outcome = exchange.authenticate(requirements.get().anyone());
        if (!(outcome instanceof Outcome.Denied)) {
            outcome = exchange.authenticate(requirements.get().somebody());
        }
        if (outcome instanceof Outcome.Denied denied) {
            MvcGuard.send(denied, response);
        } else {
            handle(request, response, new AccessDeniedException("", unauthenticated));
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Optional<Outcome.Denied> refusal =
                SecurityRequirements.refusal(GuardedRequest.exchange(request));
        if (refusal.isPresent()) {
            MvcGuard.send(refusal.get(), response);
        } else {
            others.handle(request, response, denied);
        }
    }
}
