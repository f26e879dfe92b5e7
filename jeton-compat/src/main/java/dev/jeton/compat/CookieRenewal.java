package dev.jeton.compat;

import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;
import dev.jeton.web.wire.Renewal;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * FastJWT's renewing middleware: an access cookie that ends soon is replaced, and is not fresh any more. Unlike the library's, it
 * renews only what this very request was accepted for: no token that was revoked, refused, or never looked at.
 */
final class CookieRenewal implements Renewal {
    private static final Set<String> MODEL = Set.of(
            "jti", "iss", "sub", "aud", "exp", "nbf", "iat", "type", "csrf", "scopes", "fresh");

    private final CompatJeton application;
    private final Options options;
    private final Clock clock;

    CookieRenewal(CompatJeton application, Clock clock) {
        this.application = application;
        this.options = application.options();
        this.clock = clock;
    }

    @Override
    public List<HttpHeader> beforeCommit(
            WebRequest request, Outcome outcome, int status, Set<String> cookiesSet) {
        boolean accepted = outcome instanceof Outcome.Authenticated authenticated
                && authenticated.location() == Location.COOKIES
                && TokenType.ACCESS.claim().equals(authenticated.jwt().claims().get("type"))
                && endsSoon(authenticated.jwt());
        if (!accepted
                || status >= 400
                || cookiesSet.contains(options.text("ACCESS_COOKIE_NAME"))
                || !isWanted(request)) {
            return List.of();
        }
        return renewed(((Outcome.Authenticated) outcome).jwt());
    }

    private boolean endsSoon(VerifiedJwt jwt) {
        Instant end = jwt.expiresAt();
        Duration near = options.time("IMPLICIT_REFRESH_DELTATIME");
        return !end.equals(Instant.MAX)
                && near != null
                && clock.instant().plus(near).isAfter(end);
    }

    /** Routes go before methods, and exclusion before inclusion. */
    private boolean isWanted(WebRequest request) {
        if (options.texts("IMPLICIT_REFRESH_ROUTE_EXCLUDE").contains(request.path())) {
            return false;
        }
        return options.texts("IMPLICIT_REFRESH_ROUTE_INCLUDE").contains(request.path())
                || !options.texts("IMPLICIT_REFRESH_METHOD_EXCLUDE").contains(request.method());
    }

    private List<HttpHeader> renewed(VerifiedJwt jwt) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(jwt.claims().asMap());
        more.keySet().removeAll(MODEL);
        String token =
                application.accessToken(application.identity(jwt), new IssueOptions().claims(more));
        List<HttpHeader> headers = new ArrayList<>();
        application.setCookies(
                (name, value) -> headers.add(new HttpHeader(name, value)),
                TokenType.ACCESS,
                token,
                cookie -> cookie);
        return headers;
    }
}
