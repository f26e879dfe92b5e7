package dev.jeton.testkit.conformance;

import dev.jeton.Jeton;
import dev.jeton.compat.AnswerKind;
import dev.jeton.compat.CompatBuilder;
import dev.jeton.compat.CompatException;
import dev.jeton.compat.CompatJeton;
import dev.jeton.compat.IssueOptions;
import dev.jeton.compat.Predecessor;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Answer;
import dev.jeton.web.HeaderSink;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Jeton in the way of a predecessor, with the predecessor's own options. */
final class CompatLibrary implements Library {
    private final Callbacks callbacks;
    private final CompatJeton compat;

    CompatLibrary(
            Predecessor predecessor,
            Map<String, @Nullable Object> settings,
            Callbacks callbacks,
            Clock clock) {
        this.callbacks = callbacks;
        CompatBuilder builder = predecessor.with(settings).clock(clock);
        installForIssuing(builder);
        installForRequests(builder, predecessor, settings);
        this.compat = builder.build();
    }

    private void installForIssuing(CompatBuilder builder) {
        builder.identity(callbacks::identity).signingKeyFor(callbacks::signingKey);
        if (callbacks.addsClaims()) {
            builder.additionalClaims((identity, type) -> callbacks.claims(identity));
        }
        if (callbacks.hooks().headers() != null) {
            builder.additionalHeaders((identity, type) -> callbacks.headers());
        }
    }

    private void installForRequests(
            CompatBuilder builder,
            Predecessor predecessor,
            Map<String, @Nullable Object> settings) {
        Hooks hooks = callbacks.hooks();
        if (hooks.users() != null) {
            builder.users(jwt -> callbacks.user(identity(jwt)));
        }
        if (hooks.revoked() != null) {
            builder.revocation(jwt -> callbacks.isRevoked(jwt.claims().get("jti")));
        }
        if (hooks.requireClaim() != null) {
            String userClaims =
                    String.valueOf(settings.getOrDefault("JWT_USER_CLAIMS", "user_claims"));
            builder.check(jwt -> callbacks.accepts(
                    predecessor == Predecessor.QUART_JWT_EXTENDED
                            ? jwt.claims().get(userClaims)
                            : jwt.claims().asMap()));
        }
        if (!hooks.decodeKeyForKid().isEmpty()) {
            builder.verifyingKeyByKid(callbacks::verifyingKey);
        }
        if (hooks.implicitRefresh()) {
            builder.implicitRefresh();
        }
        hooks.answers()
                .forEach((cause, own) -> builder.answer(
                        AnswerKind.valueOf(cause.toUpperCase(Locale.ROOT)),
                        text -> Answer.json(own.status(), Json.write(own.json()))));
    }

    @Override
    public Jeton jeton() {
        return compat.jeton();
    }

    @Override
    public String make(TokenType type, @Nullable Object identity, TokenOrder order) {
        IssueOptions options = new IssueOptions();
        order.fresh().ifPresent(options::fresh);
        order.freshFor().ifPresent(options::freshFor);
        order.lifetime().ifPresent(options::lifetime);
        order.claims().ifPresent(options::claims);
        order.headers().ifPresent(options::headers);
        if (order.isUnlimited()) {
            options.insecureWithoutExpiry();
        }
        return type == TokenType.ACCESS
                ? compat.accessToken(identity, options)
                : compat.refreshToken(identity, options);
    }

    @Override
    public void setCookie(
            HeaderSink sink,
            TokenType type,
            String token,
            @Nullable Long maxAge,
            @Nullable String domain) {
        compat.setCookies(sink, type, token, Library.given(maxAge, domain));
    }

    @Override
    public void unsetCookies(HeaderSink sink, List<TokenType> types, @Nullable String domain) {
        types.forEach(type -> compat.unsetCookies(sink, type, Library.given(null, domain)));
    }

    @Override
    public Map<String, ? extends @Nullable Object> decode(
            @Nullable Object token, @Nullable String csrf, boolean allowExpired) {
        return compat.decode(token, csrf, allowExpired).asMap();
    }

    @Override
    public String csrf(@Nullable Object token) {
        return compat.csrfToken(token);
    }

    @Override
    public @Nullable Object jti(@Nullable Object token) {
        return compat.jti(token);
    }

    @Override
    public Map<String, ? extends @Nullable Object> unverifiedHeader(@Nullable Object token) {
        return compat.unverifiedHeader(token);
    }

    @Override
    public @Nullable Object identity(VerifiedJwt jwt) {
        return compat.identity(jwt);
    }

    @Override
    public Answer answerTo(RuntimeException failure) {
        if (failure instanceof CompatException refused) {
            return refused.answer();
        }
        throw failure;
    }
}
