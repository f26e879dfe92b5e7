package dev.jeton.web;

import dev.jeton.internal.HookLog;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.TokenCookies.Options;
import dev.jeton.web.wire.Renewal;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;

/** What is added to answers: at once for where a token stood, and before they are sent for what has become of the cookies. */
final class Completions {
    private static final List<HttpHeader> OF_QUERIES =
            List.of(TokenCookies.NO_STORE, new HttpHeader("Referrer-Policy", "no-referrer"));

    private final TokenCookies cookies;
    private final Renewal renewal;
    private final Origins origins;
    private final HookLog log;

    Completions(TokenCookies cookies, Renewal renewal, Origins origins, HookLog log) {
        this.cookies = cookies;
        this.renewal = renewal;
        this.origins = origins;
        this.log = log;
    }

    /** RFC 6750 §2.3: a token in a URL must not get into caches, nor into the next request's {@code Referer}. */
    static List<HttpHeader> ofLocation(@Nullable Location location) {
        return location == Location.QUERY_STRING ? OF_QUERIES : List.of();
    }

    Outcome.Completion of(Attempt attempt) {
        return attempt.requirement.isLogout() ? logout(attempt.request) : of(attempt.request);
    }

    /** Whether answers to requests of any kind may have cookies renewed. */
    boolean renews() {
        return renewal != Renewal.NONE;
    }

    Outcome.Completion of(WebRequest request) {
        return renews()
                ? (outcome, status, cookiesSet) -> renew(request, outcome, status, cookiesSet)
                : Outcome.NOTHING;
    }

    private List<HttpHeader> renew(
            WebRequest request, Outcome outcome, int status, Set<String> cookiesSet) {
        try {
            return renewal.beforeCommit(request, outcome, status, cookiesSet);
        } catch (RuntimeException failure) {
            log.failed(Level.ERROR, "cookies could not be renewed", failure);
            return List.of();
        }
    }

    /**
     * Clears the token cookies that the handler has not seen to, whatever came of the request; only one that was refused and that the
     * browser marks as another site's doing cannot log a user out.
     */
    private Outcome.Completion logout(WebRequest request) {
        return (outcome, status, cookiesSet) -> {
            List<TokenType> left = List.of(TokenType.values()).stream()
                    .filter(type -> !cookiesSet.contains(cookies.name(type)))
                    .toList();
            boolean forced =
                    !(outcome instanceof Outcome.Authenticated) && origins.isForeign(request);
            return left.isEmpty() || forced ? List.of() : cookies.unset(left, Options.CONFIGURED);
        };
    }
}
