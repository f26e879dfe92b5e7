package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.wire.Check;
import dev.jeton.web.wire.Found;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The checks of a token whose signature and claims hold, each a method that gives the reason of a refusal, or null. */
final class Checks {
    private final WebSettings settings;
    private final Origins origins;

    Checks(WebSettings settings, Origins origins) {
        this.settings = settings;
        this.origins = origins;
    }

    @Nullable
    Reason failing(Check check, VerifiedJwt jwt, Attempt attempt) {
        return switch (check) {
            case EXPIRY -> expiry(attempt);
            case CSRF -> csrf(jwt, attempt);
            case TYPE -> type(jwt, attempt.requirement);
            case FRESH -> freshness(jwt, attempt.requirement);
            case REVOKED -> revocation(jwt, attempt.requirement);
            case APPLICATION -> application(jwt, attempt.requirement);
            case USER -> user(jwt, attempt);
        };
    }

    /** Expiry is the only failure of the claims that can be left by now; a logout takes such tokens too. */
    private static @Nullable Reason expiry(Attempt attempt) {
        boolean expired = !Objects.requireNonNull(attempt.examined).failures().isEmpty();
        return expired && !attempt.requirement.isLogout() ? Reason.EXPIRED : null;
    }

    private @Nullable Reason csrf(VerifiedJwt jwt, Attempt attempt) {
        Found.Token token = Objects.requireNonNull(attempt.token);
        if (attempt.location == Location.COOKIES && isForeign(token, attempt.request)) {
            return Reason.ORIGIN_REFUSED;
        }
        if (!token.csrfNeeded()) {
            return null;
        }
        if (token.csrf() == null) {
            return Reason.CSRF_MISSING;
        }
        return repeats(token.csrf(), jwt) ? null : Reason.CSRF_MISMATCH;
    }

    private boolean isForeign(Found.Token token, WebRequest request) {
        if (!settings.csrf().protect() || !settings.csrf().originChecked()) {
            return false;
        }
        return token.csrfNeeded() && origins.isForeign(request)
                || origins.isForeignWebSocket(request);
    }

    /** Whether the value that came with the request is the one inside the token. */
    private static boolean repeats(String given, VerifiedJwt jwt) {
        String expected = jwt.csrf().orElse("");
        return !expected.isEmpty()
                && (isEqual(given, expected) || isEqual(CsrfMask.removed(given), expected));
    }

    private static boolean isEqual(String given, String expected) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Reason type(VerifiedJwt jwt, JwtRequirement requirement) {
        List<TokenType> types = requirement.types();
        boolean opens = types.contains(jwt.type())
                && (types.size() > 1 || jwt.type() == TokenType.REFRESH || saysAccess(jwt));
        return opens ? null : Reason.TYPE_REFUSED;
    }

    private boolean saysAccess(VerifiedJwt jwt) {
        return settings.profile().accessRules().opensAccessRoutes(jwt.claims().get("type"));
    }

    private @Nullable Reason freshness(VerifiedJwt jwt, JwtRequirement requirement) {
        if (!requirement.isFresh()) {
            return null;
        }
        Instant now = settings.clock().instant();
        Duration maxAge = requirement.maxAuthAge();
        boolean fresh = jwt.isFreshAt(now)
                && (maxAge == null || isRecent(jwt.authTime().orElse(null), now, maxAge));
        return fresh ? null : Reason.NOT_FRESH;
    }

    /** RFC 9470 §5: the time since the authentication is at most the greatest age, give or take the skew of clocks. */
    private boolean isRecent(@Nullable Instant authTime, Instant now, Duration maxAge) {
        if (authTime == null) {
            return false;
        }
        Duration age = Duration.between(authTime, now);
        Duration skew = Duration.ofMillis(settings.skewMillis());
        return age.compareTo(maxAge.plus(skew)) <= 0 && age.compareTo(skew.negated()) >= 0;
    }

    private @Nullable Reason revocation(VerifiedJwt jwt, JwtRequirement requirement) {
        boolean revoked = settings.revocation() != null
                && requirement.isRevocationChecked()
                && settings.revocation().isRevoked(jwt);
        return revoked ? Reason.REVOKED : null;
    }

    private @Nullable Reason application(VerifiedJwt jwt, JwtRequirement requirement) {
        if (!requirement.scopes().isEmpty() && !jwt.scopes().containsAll(requirement.scopes())) {
            return Reason.SCOPE_MISSING;
        }
        boolean accepted = hasRole(jwt, requirement)
                && (requirement.where() == null || requirement.where().test(jwt))
                && (settings.check() == null || settings.check().accepts(jwt));
        return accepted ? null : Reason.APPLICATION_REFUSED;
    }

    private static boolean hasRole(VerifiedJwt jwt, JwtRequirement requirement) {
        return requirement.roles().isEmpty()
                || requirement.roles().stream().anyMatch(jwt.roles()::contains);
    }

    private @Nullable Reason user(VerifiedJwt jwt, Attempt attempt) {
        if (settings.users() == null) {
            return null;
        }
        attempt.user = settings.users().find(jwt);
        return attempt.user == null && !settings.profile().unknownUsersPass()
                ? Reason.USER_UNKNOWN
                : null;
    }
}
