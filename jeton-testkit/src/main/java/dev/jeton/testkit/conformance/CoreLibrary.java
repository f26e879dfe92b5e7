package dev.jeton.testkit.conformance;

import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;
import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jwt.TokenOptions;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Answer;
import dev.jeton.web.HeaderSink;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Jeton in its own profile: the preset {@code jeton}, with options such as {@code jeton.secret-key} or {@code JETON_SECRET_KEY}. */
final class CoreLibrary implements Library {
    private static final Map<String, List<Reason>> CAUSES = Map.of(
            "expired", List.of(Reason.EXPIRED),
            "invalid",
                    List.of(
                            Reason.MALFORMED,
                            Reason.HEADER_INVALID,
                            Reason.ALGORITHM_REFUSED,
                            Reason.KEY_UNKNOWN,
                            Reason.SIGNATURE_INVALID,
                            Reason.CLAIM_INVALID,
                            Reason.NOT_YET_VALID,
                            Reason.AUDIENCE_REFUSED,
                            Reason.ISSUER_REFUSED,
                            Reason.TYPE_REFUSED),
            "unauthorized",
                    List.of(Reason.TOKEN_MISSING, Reason.CSRF_MISSING, Reason.CSRF_MISMATCH),
            "needs_fresh", List.of(Reason.NOT_FRESH),
            "revoked", List.of(Reason.REVOKED),
            "unknown_user", List.of(Reason.USER_UNKNOWN),
            "verification_failed", List.of(Reason.APPLICATION_REFUSED));

    private final Jeton jeton;

    CoreLibrary(Map<String, @Nullable Object> settings, Callbacks callbacks, Clock clock) {
        Map<String, String> options = new LinkedHashMap<>();
        settings.forEach((name, value) -> options.put(optionName(name), text(value)));
        JetonBuilder builder = Jeton.builder().options(options).clock(clock);
        install(callbacks, builder);
        this.jeton = builder.build();
    }

    private static void install(Callbacks callbacks, JetonBuilder builder) {
        Hooks hooks = callbacks.hooks();
        if (hooks.implicitRefresh()) {
            throw new NotUnderstoodException(
                    "hooks.implicit_refresh means nothing under the preset jeton");
        }
        if (hooks.users() != null) {
            builder.users(jwt -> callbacks.user(jwt.subject()));
        }
        if (hooks.revoked() != null) {
            builder.revocation(jwt -> callbacks.isRevoked(jwt.id().orElse(null)));
        }
        if (hooks.requireClaim() != null) {
            builder.check(jwt -> callbacks.accepts(jwt.claims().asMap()));
        }
        builder.identity(callbacks::identity)
                .additionalClaims((identity, type) -> callbacks.claims(identity))
                .additionalHeaders((identity, type) -> callbacks.headers())
                .signingKeyFor(identity -> secret(callbacks.signingKey(identity)));
        if (!hooks.decodeKeyForKid().isEmpty()) {
            builder.verifyingKeyByKid(kid -> secret(callbacks.verifyingKey(kid)));
        }
        hooks.answers()
                .forEach((cause, own) -> Objects.requireNonNull(CAUSES.get(cause))
                        .forEach(reason -> builder.answer(
                                reason,
                                refusal -> Answer.json(own.status(), Json.write(own.json())))));
    }

    @Override
    public Jeton jeton() {
        return jeton;
    }

    @Override
    public String make(TokenType type, @Nullable Object identity, TokenOrder order) {
        Object whom = Objects.requireNonNull(identity, "identity");
        return type == TokenType.ACCESS
                ? jeton.createAccessToken(whom, options -> fill(options, order))
                : jeton.createRefreshToken(whom, options -> fill(options, order));
    }

    private static void fill(TokenOptions options, TokenOrder order) {
        order.fresh().ifPresent(options::fresh);
        order.freshFor().ifPresent(options::freshFor);
        order.lifetime().ifPresent(options::lifetime);
        order.claims().ifPresent(options::claims);
        order.headers().ifPresent(options::headers);
        if (order.isUnlimited()) {
            options.insecureWithoutExpiry();
        }
    }

    @Override
    public void setCookie(
            HeaderSink sink,
            TokenType type,
            String token,
            @Nullable Long maxAge,
            @Nullable String domain) {
        if (type == TokenType.ACCESS) {
            jeton.cookies().setAccess(sink, token, Library.given(maxAge, domain));
        } else {
            jeton.cookies().setRefresh(sink, token, Library.given(maxAge, domain));
        }
    }

    @Override
    public void unsetCookies(HeaderSink sink, List<TokenType> types, @Nullable String domain) {
        if (types.size() == TokenType.values().length) {
            jeton.cookies()
                    .unset(
                            sink,
                            Library.given(
                                    null, domain)); // the companion too, which both types may share
        } else {
            types.forEach(type -> jeton.cookies().unset(sink, type, Library.given(null, domain)));
        }
    }

    @Override
    public Map<String, ? extends @Nullable Object> decode(
            @Nullable Object token, @Nullable String csrf, boolean allowExpired) {
        String text = text(token);
        VerifiedJwt jwt = allowExpired
                ? jeton.verifier().verifyAllowingExpired(text)
                : jeton.verifier().verify(text);
        if (csrf != null && !csrf.equals(jwt.csrf().orElse(null))) {
            throw new TokenRejectedException(Reason.CSRF_MISMATCH);
        }
        return jwt.claims().asMap();
    }

    @Override
    public String csrf(@Nullable Object token) {
        return jeton.verifier().verify(text(token)).csrf().orElseThrow();
    }

    @Override
    public @Nullable Object jti(@Nullable Object token) {
        return jeton.verifier().verify(text(token)).claims().get("jti");
    }

    @Override
    public Map<String, ? extends @Nullable Object> unverifiedHeader(@Nullable Object token) {
        return DecodedToken.of(text(token)).header();
    }

    @Override
    public Object identity(VerifiedJwt jwt) {
        return jwt.subject();
    }

    @Override
    public Answer answerTo(RuntimeException failure) {
        int status = failure instanceof CheckUnavailableException
                ? 503
                : failure instanceof TokenRejectedException ? 401 : 400;
        return Answer.json(
                status, Json.write(Map.of("error", String.valueOf(failure.getMessage()))));
    }

    private static @Nullable JwsKey secret(@Nullable String text) {
        return text == null ? null : JwsKey.ofLiteralSecret(JwsAlgorithm.HS256, text);
    }

    private static String optionName(String name) {
        return name.startsWith("JETON_")
                ? "jeton." + name.substring(6).toLowerCase(Locale.ROOT).replace('_', '-')
                : name;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }
}
