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

/** Answers what Spring Security refuses the way Jeton answers what it refuses itself. */
final class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException unauthenticated)
            throws IOException, ServletException {
        JetonExchange exchange = GuardedRequest.exchange(request);
        Outcome outcome = exchange.authenticate(SecurityRequirements.ANYONE);
        if (!(outcome instanceof Outcome.Denied)) {
            outcome = exchange.authenticate(SecurityRequirements.SOMEBODY);
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
        JetonExchange exchange = GuardedRequest.exchange(request);
        if (exchange.outcome() instanceof Outcome.Authenticated bearer
                && exchange.authenticate(SecurityRequirements.somebodyElse(bearer))
                        instanceof Outcome.Denied refused) {
            MvcGuard.send(refused, response);
        } else {
            others.handle(request, response, denied);
        }
    }
}
