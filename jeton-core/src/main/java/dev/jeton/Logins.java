package dev.jeton;

import dev.jeton.jwt.JwtSettings;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenIssuer;
import dev.jeton.jwt.TokenOptions;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.Denylist;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The life of a login: opened with two tokens, refreshed, and ended. */
final class Logins {
    private final JwtSettings settings;
    private final TokenIssuer issuer;
    private final @Nullable Denylist denylist;
    private final JetonListener listener;

    Logins(
            JwtSettings settings,
            TokenIssuer issuer,
            @Nullable Denylist denylist,
            JetonListener listener) {
        this.settings = settings;
        this.issuer = issuer;
        this.denylist = denylist;
        this.listener = listener;
    }

    Tokens login(Object identity, Consumer<LoginOptions> said) {
        LoginOptions options = new LoginOptions().authTime(settings.clock().instant());
        said.accept(options);
        String sid = settings.issuing().ids().get();
        String csrf = settings.issuing().csrfDrawn() ? settings.issuing().ids().get() : null;
        TokenDraft access =
                issuer.draft(TokenType.ACCESS, identity, options.access.session(sid, csrf));
        TokenDraft refresh =
                issuer.draft(TokenType.REFRESH, identity, options.refresh.session(sid, csrf));
        return tokens(access, refresh);
    }

    Tokens refresh(VerifiedJwt spent) {
        throw new AssertionError("top helper");
    }

    void logout(VerifiedJwt jwt) {
        throw new AssertionError("top helper");
    }

    void revoke(VerifiedJwt jwt) {
        throw new AssertionError("top helper");
    }

    String create(TokenType type, Object identity, Consumer<TokenOptions> said) {
        TokenOptions options = new TokenOptions();
        said.accept(options);
        return sign(issuer.draft(type, identity, options)).text();
    }

    private Tokens tokens(TokenDraft access, @Nullable TokenDraft refresh) {
        Instant end = access.drawn().expiresAt();
        return new Tokens(
                sign(access),
                refresh == null ? null : sign(refresh),
                end == null
                        ? 0
                        : Duration.between(access.drawn().issuedAt(), end).toSeconds());
    }

    private Tokens.Issued sign(TokenDraft draft) {
        String text = issuer.sign(draft);
        listener.issued(draft);
        return new Tokens.Issued(text, draft.drawn().csrf(), draft.drawn().expiresAt());
    }
}
