package dev.jeton.servlet;

import dev.jeton.JetonResolver;
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
import java.util.Optional;

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
        } catch (RuntimeException failure) {
            if (!isAnswered(failure, guarded, request)) {
                throw failure;
            }
        } catch (ServletException wrapper) {
            if (!isAnswered(wrapper.getCause(), guarded, request)) {
                throw wrapper;
            }
        }
        if (!request.isAsyncStarted() && !isPart(request)) {
            guarded.response().complete();
        }
    }

    /** Whether the request has its answer all the same: it was refused, or is now, for what its token or a store did to the servlet. */
    private static boolean isAnswered(
            @Nullable Throwable failure, GuardedRequest guarded, HttpServletRequest request)
            throws IOException {
        if (failure instanceof DeniedException) {
            return true;
        }
        if (failure == null || isPart(request) || guarded.response().isCommitted()) {
            return false;
        }
        Optional<Outcome.Denied> denied = GuardedRequest.exchange(guarded).afterFailure(failure);
        if (denied.isEmpty()) {
            return false;
        }
        RuleFilter.send(denied.get(), guarded.response());
        return true;
    }

    private static boolean isPart(HttpServletRequest request) {
        DispatcherType type = request.getDispatcherType();
        return type == DispatcherType.FORWARD || type == DispatcherType.INCLUDE;
    }
}
