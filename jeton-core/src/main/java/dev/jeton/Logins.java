package dev.jeton;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jwt.JwtSettings;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenIssuer;
import dev.jeton.jwt.TokenOptions;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.Revoker;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The life of a login: opened with two tokens, refreshed, and ended. */
final class Logins {
    private final JwtSettings settings;
    private final TokenIssuer issuer;
    private final @Nullable Revoker revoker;
    private final @Nullable Duration longestLife;
    private final JetonListener listener;

    Logins(
            JwtSettings settings,
            TokenIssuer issuer,
            @Nullable Revoker revoker,
            JetonListener listener) {
        this.settings = settings;
        this.issuer = issuer;
        this.revoker = revoker;
        this.longestLife =
                longer(settings.issuing().accessLifetime(), settings.issuing().refreshLifetime());
        this.listener = listener;
    }

    /** The longer of two lives; null is for ever. */
    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        return one == null || other == null ? null : one.compareTo(other) > 0 ? one : other;
    }

    Tokens login(Object identity, Consumer<LoginOptions> said) {
        LoginOptions options = new LoginOptions().authTime(now());
        said.accept(options);
        String sid = settings.issuing().ids().next();
        String csrf = settings.issuing().csrfDrawn() ? settings.issuing().ids().next() : null;
        return tokens(
                draft(TokenType.ACCESS, identity, options.access.session(sid, csrf)),
                draft(TokenType.REFRESH, identity, options.refresh.session(sid, csrf)));
    }

    Tokens refresh(VerifiedJwt spent) {
        if (spent.type() != TokenType.REFRESH) {
            throw new IllegalArgumentException(
                    "a login is refreshed with its refresh token: require one of the route, by refresh()");
        }
        Instant end = spent.expiresAt();
        if (!end.equals(Instant.MAX)
                && !now().isBefore(end.plus(settings.accepting().skew()))) {
            throw new TokenRejectedException(Reason.EXPIRED, "exp");
        }
        TokenDraft access = issuer.draftAfter(spent, TokenType.ACCESS, continuing(spent));
        Tokens tokens = tokens(access, null);
        listener.refreshed(spent, access);
        return tokens;
    }

    /** What belongs to the login and not to one of its tokens. */
    private static TokenOptions continuing(VerifiedJwt jwt) {
        TokenOptions options = new TokenOptions();
        jwt.authTime().ifPresent(options::authTime);
        options.session(jwt.sessionId().orElse(null), jwt.csrf().orElse(null));
        List<String> audience = jwt.claims().strings("aud");
        return audience.isEmpty() ? options : options.audience(audience.toArray(String[]::new));
    }

    void logout(VerifiedJwt jwt) {
        if (revoker == null) {
            return;
        }
        jwt.sessionId().ifPresent(sid -> revoker.endSession(sid, lastExpiry(jwt)));
        if (jwt.id().isPresent()) {
            revoker.revoke(jwt);
        }
        listener.revoked(jwt);
    }

    /** When the last token of a session may expire at the latest, known from any one of them. */
    private Instant lastExpiry(VerifiedJwt jwt) {
        if (longestLife == null) {
            return Instant.MAX;
        }
        Instant last = now().plus(longestLife);
        return last.isAfter(jwt.expiresAt()) ? last : jwt.expiresAt();
    }

    void revoke(VerifiedJwt jwt) {
        if (revoker == null) {
            throw new IllegalStateException("there is nothing to write a revocation to:"
                    + " configure denylist(new InMemoryDenylist()), or a store of your own");
        }
        revoker.revoke(jwt);
        listener.revoked(jwt);
    }

    String create(TokenType type, Object identity, Consumer<TokenOptions> said) {
        TokenOptions options = new TokenOptions();
        said.accept(options);
        TokenDraft draft = draft(type, identity, options);
        String text = issuer.sign(draft);
        listener.issued(draft);
        return text;
    }

    private TokenDraft draft(TokenType type, Object identity, TokenOptions options) {
        TokenDraft draft = issuer.draft(type, identity, options);
        requireEndable(draft.drawn());
        return draft;
    }

    /** Ending a session must outlast its tokens, whichever of them it is ended with. */
    private void requireEndable(TokenDraft.Drawn drawn) {
        if (revoker == null || drawn.sid() == null || longestLife == null) {
            return;
        }
        Instant end = drawn.expiresAt();
        if (end == null || end.isAfter(drawn.issuedAt().plus(longestLife))) {
            throw new IllegalArgumentException(
                    "with a denylist, no token of a login lives longer than configured:"
                            + " configure the longest life as refresh-token-lifetime, and shorten it for single logins");
        }
    }

    /** Signs all before anyone is told of one. */
    private Tokens tokens(TokenDraft access, @Nullable TokenDraft refresh) {
        Tokens.Issued first = sign(access);
        Tokens.Issued second = refresh == null ? null : sign(refresh);
        listener.issued(access);
        if (refresh != null) {
            listener.issued(refresh);
        }
        Instant end = access.drawn().expiresAt();
        return new Tokens(
                first,
                second,
                end == null
                        ? 0
                        : Duration.between(access.drawn().issuedAt(), end).toSeconds());
    }

    private Tokens.Issued sign(TokenDraft draft) {
        TokenDraft.Drawn drawn = draft.drawn();
        return new Tokens.Issued(issuer.sign(draft), drawn.csrf(), drawn.expiresAt());
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
