package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells Spring Security who a request is from: when it asks, and once more when the handler's own rule has been met. */
final class SecurityBridge extends OncePerRequestFilter {
    private static final Authentication NOBODY = new AnonymousAuthenticationToken(
            "jeton", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final JetonAuthorities authorities;
    private final JwtRequirement anyone;
    private final SecurityContextHolderStrategy contexts =
            SecurityContextHolder.getContextHolderStrategy();

    SecurityBridge(JetonAuthorities authorities, JwtRequirement anyone) {
        this.authorities = authorities;
        this.anyone = anyone;
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
        GuardedRequest.Entered entered = GuardedRequest.entered(request);
        Asked asked = new Asked(entered.exchange, contexts.getDeferredContext());
        contexts.setDeferredContext(asked);
        MvcGuard.Listener outer = entered.listener;
        entered.listener = asked;
        try {
            chain.doFilter(request, response);
        } finally {
            entered.listener = outer;
        }
    }

    private SecurityContext context(Outcome.Authenticated outcome) {
        return new SecurityContextImpl(
                new JetonAuthentication(outcome, authorities.of(outcome.jwt())));
    }

    /** Finds out when it is asked, and then only; Spring MVC's own event about a handled request is no reason to. */
    private final class Asked implements Supplier<SecurityContext>, MvcGuard.Listener {
        private final JetonExchange exchange;
        private final Supplier<SecurityContext> earlier;
        private @Nullable SecurityContext found;
        private boolean handled;
        private boolean anonymous;

        Asked(JetonExchange exchange, Supplier<SecurityContext> earlier) {
            this.exchange = exchange;
            this.earlier = earlier;
        }

        @Override
        public SecurityContext get() {
            if (found == null) {
                SecurityContext before = earlier.get();
                boolean told = handled || anonymous || before.getAuthentication() != null;
                found = told ? before : find(before);
            }
            return found;
        }

        /** A handler whose rule has found no token works for nobody, though there may be one that it does not look at. */
        @Override
        public void admitted(Outcome outcome) {
            anonymous = outcome instanceof Outcome.Anonymous;
            if (outcome instanceof Outcome.Authenticated bearer) {
                admit(bearer);
            } else if (anonymous
                    && found != null
                    && found.getAuthentication() instanceof JetonAuthentication) {
                contexts.setContext(new SecurityContextImpl(NOBODY));
            }
        }

        private void admit(Outcome.Authenticated outcome) {
            Authentication known = contexts.getContext().getAuthentication();
            if (!(known instanceof JetonAuthentication ours) || ours.jwt() != outcome.jwt()) {
                contexts.setContext(context(outcome));
            }
        }

        @Override
        public void handled() {
            handled = true;
        }

        private SecurityContext find(SecurityContext nobody) {
            return SecurityRequirements.admitted(exchange)
                    .or(this::anyone)
                    .map(SecurityBridge.this::context)
                    .orElse(nobody);
        }

        private Optional<Outcome.Authenticated> anyone() {
            return exchange.authenticate(anyone) instanceof Outcome.Authenticated somebody
                    ? Optional.of(somebody)
                    : Optional.empty();
        }
    }
}
