package dev.jeton.jwt;

import dev.jeton.jwt.JwtSettings.Issuing;
import dev.jeton.jwt.TokenDraft.Drawn;
import dev.jeton.jwt.wire.Allowance;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Draws what is random or timed in a token. */
final class Drawing {
    private final JwtSettings settings;
    private final Issuing issuing;

    Drawing(JwtSettings settings) {
        this.settings = settings;
        this.issuing = settings.issuing();
    }

    Drawn draw(TokenType type, TokenOptions options) {
        Instant now = Instant.ofEpochSecond(Math.floorDiv(settings.clock().millis(), 1000));
        Names names = names(options);
        return new Drawn(
                names.jti,
                options.sessionId(),
                names.csrf,
                now,
                issuing.notBeforeWritten() ? now : null,
                expiry(type, now, options),
                authTime(options),
                fresh(type, now, options));
    }

    private record Names(String jti, @Nullable String csrf) {}

    private Names names(TokenOptions options) {
        String given = options.csrf();
        return given == null && issuing.csrfDrawn()
                ? issuing.ids().two(Names::new)
                : new Names(issuing.ids().next(), given);
    }

    private @Nullable Instant expiry(TokenType type, Instant now, TokenOptions options) {
        if (options.isWithoutExpiry()) {
            if (!issuing.withoutExpiry()) {
                throw new IllegalArgumentException(
                        "tokens that never expire are off: give a lifetime, or configure insecureTokensWithoutExpiry");
            }
            return null;
        }
        Duration given = options.lifetime();
        Duration life = given == null ? issuing.lifetime(type) : given;
        return life == null ? null : after(type, now, life, "lifetime");
    }

    private Object fresh(TokenType type, Instant now, TokenOptions options) {
        Object fresh = options.freshness();
        if (type == TokenType.REFRESH || fresh == null) {
            return false;
        }
        return fresh instanceof Duration window ? after(type, now, window, "freshness") : fresh;
    }

    private static @Nullable Instant authTime(TokenOptions options) {
        Instant given = options.authTime();
        if (given != null && !NumericDates.isInRange(given)) {
            throw new IllegalArgumentException(
                    "auth_time lies outside the years 1970 to 9999: give the time of the login");
        }
        return given == null ? null : Instant.ofEpochSecond(given.getEpochSecond());
    }

    private Instant after(TokenType type, Instant now, Duration span, String name) {
        boolean positive = span.compareTo(Duration.ofMillis(1)) >= 0;
        if (!positive && !settings.rules(type).allows(Allowance.NEGATIVE_LIFETIMES)) {
            throw new IllegalArgumentException(
                    "a " + name + " must be longer than nothing: give one of a second or more");
        }
        if (!NumericDates.isInRange(now, span)) {
            throw new IllegalArgumentException(
                    "a " + name + " ends outside the years 1970 to 9999: give a shorter one");
        }
        Instant end = now.plus(span);
        return end.getNano() == 0 ? end : end.truncatedTo(ChronoUnit.MILLIS);
    }
}
