package dev.jeton.servlet;

import dev.jeton.JetonResolver;
import dev.jeton.web.Answer;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Enforces one rule on what the container has mapped it to. A rule that has been met is not checked again when the request is
 * dispatched further. A refused include leaves its place in the page empty.
 */
record RuleFilter(JetonResolver jetons, @Nullable JwtRequirement requirement, boolean firstOnly)
        implements Filter {
    /** Says that a URL rule has decided about the present dispatch. */
    static final String DECIDED = RuleFilter.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (passes((HttpServletRequest) request, (HttpServletResponse) response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean passes(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (firstOnly) {
            if (request.getAttribute(DECIDED) != null) {
                return true;
            }
            request.setAttribute(DECIDED, true);
        }
        if (requirement == null) {
            return true;
        }
        Outcome outcome = JetonServlet.exchange(request).authenticate(requirement);
        if (outcome instanceof Outcome.Denied denied) {
            if (request.getDispatcherType() != DispatcherType.INCLUDE) {
                send(denied, response);
            }
            return false;
        }
        addHeaders(outcome, response);
        return true;
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
