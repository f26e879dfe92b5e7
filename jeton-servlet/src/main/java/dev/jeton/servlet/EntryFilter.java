package dev.jeton.servlet;

import dev.jeton.JetonResolver;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/** Opens a request's exchange, protected or not, and completes its answer. Stands before the rules in every dispatch. */
record EntryFilter(JetonResolver jetons) implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object rule = request.getAttribute(RuleFilter.DECIDED);
        request.removeAttribute(RuleFilter.DECIDED);
        try {
            enter((HttpServletRequest) request, (HttpServletResponse) response, chain);
        } finally {
            request.setAttribute(RuleFilter.DECIDED, rule);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        GuardedRequest earlier = GuardedRequest.within(request);
        GuardedRequest guarded =
                earlier == null ? GuardedRequest.enter(request, response, jetons) : earlier;
        try {
            chain.doFilter(
                    earlier == null ? guarded : request,
                    earlier == null ? guarded.response() : response);
        } catch (DeniedException answered) {
            return;
        } catch (ServletException wrapped) {
            if (!(wrapped.getCause() instanceof DeniedException)) {
                throw wrapped;
            }
        }
        if (!request.isAsyncStarted() && !isPart(request)) {
            guarded.response().complete();
        }
    }

    private static boolean isPart(HttpServletRequest request) {
        DispatcherType type = request.getDispatcherType();
        return type == DispatcherType.FORWARD || type == DispatcherType.INCLUDE;
    }
}
