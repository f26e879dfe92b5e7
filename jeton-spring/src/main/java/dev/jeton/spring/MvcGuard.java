package dev.jeton.spring;

import dev.jeton.web.Answer;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Enforces the rule of the handler that Spring MVC has found, whatever the path looked like: in front of the other interceptors, so
 * that they know the principal, and once more in {@link GuardAdapter}, which nothing gets around.
 */
record MvcGuard(RouteRules rules) implements HandlerInterceptor {
    /** Is told what becomes of a request. */
    interface Listener {
        /** A handler's rule lets it through. */
        void admitted(Outcome outcome);

        /** It has been handled. */
        void handled();
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        RouteRule rule = rules.of(handler);
        JwtRequirement requirement = rule.requirement();
        if (requirement == null || isErrorPage(rule, request)) {
            return true;
        }
        GuardedRequest.Entered entered = GuardedRequest.entered(request);
        Outcome outcome = entered.exchange.authenticate(requirement);
        if (outcome instanceof Outcome.Denied denied) {
            if (request.getDispatcherType() != DispatcherType.INCLUDE) {
                send(denied, response);
            }
            afterCompletion(request, response, handler, null);
            return false;
        }
        addHeaders(outcome, response);
        if (entered.listener != null) {
            entered.listener.admitted(outcome);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        DispatcherType type = request.getDispatcherType();
        GuardedRequest.Entered entered = GuardedRequest.enteredIfSeen(request);
        if (entered != null
                && entered.listener != null
                && type != DispatcherType.INCLUDE
                && type != DispatcherType.FORWARD) {
            entered.listener.handled();
        }
    }

    /** The page that tells of an error wants nothing that it does not say itself. */
    private static boolean isErrorPage(RouteRule rule, HttpServletRequest request) {
        return !rule.stated() && request.getDispatcherType() == DispatcherType.ERROR;
    }

    /** Whether a request whose handler failed has its answer all the same, for what its token or a store did to the handler. */
    static boolean isAnswered(
            Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure instanceof DeniedException refused) {
            send(refused.denied(), response);
            return true;
        }
        if (response.isCommitted()) {
            return false;
        }
        Optional<Outcome.Denied> denied = GuardedRequest.exchange(request).afterFailure(failure);
        if (denied.isPresent()) {
            send(denied.get(), response);
        }
        return denied.isPresent();
    }

    /** Adds the fields of an outcome, once. */
    static void addHeaders(Outcome outcome, HttpServletResponse response) {
        for (HttpHeader field : outcome.headers()) {
            if (!response.getHeaders(field.name()).contains(field.value())) {
                response.addHeader(field.name(), field.value());
            }
        }
    }

    /** Sends the answer in place of whatever has been written, unless that is on its way already. */
    static void send(Outcome.Denied denied, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Answer answer = denied.answer();
        response.resetBuffer();
        response.setStatus(answer.status());
        addHeaders(denied, response);
        for (HttpHeader field : answer.headers()) {
            if (field.name().equalsIgnoreCase("Content-Type")) {
                response.setContentType(field.value());
            } else {
                response.addHeader(field.name(), field.value());
            }
        }
        response.setContentLength(answer.body().length);
        write(answer.body(), response);
    }

    private static void write(byte[] body, HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().write(body);
            response.getOutputStream().close();
        } catch (IllegalStateException writerInUse) {
            response.getWriter().write(new String(body, StandardCharsets.UTF_8));
            response.getWriter().close();
        }
    }
}
