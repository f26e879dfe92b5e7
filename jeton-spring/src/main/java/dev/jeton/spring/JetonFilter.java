package dev.jeton.spring;

import dev.jeton.JetonResolver;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Opens a request's exchange, protected or not, and completes its answer: in front of all that may read the body or answer. */
final class JetonFilter extends OncePerRequestFilter implements Ordered {
    private static final int ORDER = HIGHEST_PRECEDENCE + 100;

    private static final String ENTERED = JetonFilter.class.getName() + ALREADY_FILTERED_SUFFIX;

    private final JetonResolver jetons;

    JetonFilter(JetonResolver jetons) {
        this.jetons = jetons;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    protected String getAlreadyFilteredAttributeName() {
        return ENTERED;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        GuardedRequest guarded = GuardedRequest.enter(request, response, jetons);
        try {
            chain.doFilter(guarded, guarded.response());
        } catch (RuntimeException failure) {
            if (!isAnswered(failure, guarded)) {
                throw failure;
            }
        } catch (ServletException wrapper) {
            if (!isAnswered(wrapper.getCause(), guarded)) {
                throw wrapper;
            }
        }
        if (!request.isAsyncStarted()) {
            guarded.response().complete();
        }
    }

    private static boolean isAnswered(@Nullable Throwable failure, GuardedRequest guarded)
            throws IOException {
        return failure != null && MvcGuard.isAnswered(failure, guarded, guarded.response());
    }
}
