package dev.jeton.compat;

import dev.jeton.Jeton;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Base64Url;
import dev.jeton.jwt.JwtClaims;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.Examined;
import dev.jeton.web.HeaderSink;
import dev.jeton.web.TokenCookies;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An application of a predecessor, on Jeton: tokens of identities that are any JSON, decoding, and cookies, as the library has them.
 * Requests are decided by {@link #jeton()}, which adapters take. Immutable, safe for many threads.
 */
public final class CompatJeton {
    private final Jeton jeton;
    private final Options options;
    private final Wording wording;
    private final AnswerBook book;

    CompatJeton(Jeton jeton, Options options, Wording wording, AnswerBook book) {
        this.jeton = jeton;
        this.options = options;
        this.wording = wording;
        this.book = book;
    }

    /** The Jeton that decides about requests, in the predecessor's way. */
    public Jeton jeton() {
        return jeton;
    }

    /** What is configured, what is weakened, and which options do nothing; holds no secret. */
    public String report() {
        return options.withoutEffect().isEmpty()
                ? jeton.report()
                : jeton.report() + "\nwithout effect, as in "
                        + options.predecessor().title() + ": "
                        + String.join(", ", options.withoutEffect());
    }

    /** An access token of this identity.
     * @throws CompatException for claims or header parameters that no token may carry */
    public String accessToken(@Nullable Object identity, IssueOptions given) {
        return token(TokenType.ACCESS, identity, given);
    }

    /** A refresh token of this identity.
     * @throws CompatException for claims or header parameters that no token may carry */
    public String refreshToken(@Nullable Object identity, IssueOptions given) {
        return token(TokenType.REFRESH, identity, given);
    }

    /** The claims of a token that is good now, of either type.
     * @param token a text; anything else is refused as the library refuses it
     * @throws CompatException when the token is refused */
    public JwtClaims decode(@Nullable Object token) {
        return decode(token, null, false);
    }

    /** As {@link #decode(Object)}, with the double-submit value that the token must hold, and for expired tokens too. */
    public JwtClaims decode(@Nullable Object token, @Nullable String csrf, boolean allowExpired) {
        Examined examined = examine(token);
        Predicate<ClaimFailure> counts =
                allowExpired ? failure -> !failure.claim().equals("exp") : wording::counts;
        wording.claims(examined, counts).ifPresent(this::refuse);
        requireModel(examined);
        if (csrf != null && !csrf.isEmpty()) {
            requireValue(examined.claims(), csrf);
        }
        if (!allowExpired && !examined.failures().isEmpty()) {
            refuse(wording.expired());
        }
        return examined.claims();
    }

    /** The double-submit value inside a good token.
     * @throws CompatException when the token is refused, or holds none */
    public String csrfToken(@Nullable Object token) {
        return decode(token)
                .get("csrf", String.class)
                .orElseThrow(() -> refusal(wording.valueMissingInToken()));
    }

    /** The {@code jti} of a good token, null where it has none.
     * @throws CompatException when the token is refused */
    public @Nullable Object jti(@Nullable Object token) {
        return decode(token).get("jti");
    }

    /** The JOSE header of a token that nobody has verified: hostile text, for choosing keys and for tools.
     * @throws CompatException when there is none */
    public Map<String, @Nullable Object> unverifiedHeader(@Nullable Object token) {
        String text = text(token);
        RawToken raw = wording.raw(text);
        String problem = raw.headerProblem();
        if (problem != null) {
            throw refusal(wording.invalid(problem));
        }
        if (Base64Url.decode(text.substring(0, text.indexOf('.'))) == null) {
            throw refusal(wording.invalid("Invalid header padding"));
        }
        return raw.header().orElseThrow();
    }

    /** The identity that a token carries: any JSON value. */
    public @Nullable Object identity(VerifiedJwt jwt) {
        return jwt.claims().get(options.identityClaim());
    }

    /** Sets a token's cookie, and its companion where there is one; for the companion the token must be good.
     * @throws CompatException when it is not, or does not fit into a cookie */
    public void setCookies(
            HeaderSink sink,
            TokenType type,
            String token,
            UnaryOperator<TokenCookies.Options> cookie) {
        String csrf = hasCsrfCookies(options) ? csrfToken(token) : null;
        try {
            jeton.cookies().set(sink, new TokenCookies.Token(type, token, csrf, null), cookie);
        } catch (IllegalArgumentException unfit) {
            throw refusal(wording.invalid(String.valueOf(unfit.getMessage())));
        }
    }

    /** Clears the cookie of this type, and its companion. */
    public void unsetCookies(
            HeaderSink sink, TokenType type, UnaryOperator<TokenCookies.Options> cookie) {
        jeton.cookies().unset(sink, type, cookie);
    }

    Options options() {
        return options;
    }

    /** Whether the double-submit value is also a cookie. */
    static boolean hasCsrfCookies(Options options) {
        boolean cookiesInUse = options.predecessor() != Predecessor.QUART_JWT_EXTENDED
                || Profiles.hasCookies(options);
        return options.isOn("COOKIE_CSRF_PROTECT")
                && options.isOn("CSRF_IN_COOKIES")
                && cookiesInUse;
    }

    private String token(TokenType type, @Nullable Object identity, IssueOptions given) {
        Map<String, @Nullable Object> headers = given.headers();
        if (headers != null
                && headers.containsKey("kid")
                && !(headers.get("kid") instanceof String)) {
            throw refusal(wording.invalid("Key ID header parameter must be a string"));
        }
        try {
            return type == TokenType.ACCESS
                    ? jeton.createAccessToken(new Identity(identity), given::fill)
                    : jeton.createRefreshToken(new Identity(identity), given::fill);
        } catch (IllegalArgumentException unfit) {
            throw refusal(wording.invalid(String.valueOf(unfit.getMessage())));
        }
    }

    private Examined examine(@Nullable Object token) {
        String text = text(token);
        try {
            return jeton.verifier().examine(text);
        } catch (TokenRejectedException refused) {
            throw refusal(wording.unreadable(text, refused));
        }
    }

    private String text(@Nullable Object token) {
        return Optional.ofNullable(token)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElseThrow(() -> refusal(wording.invalid(BodyFinder.NO_TEXT)));
    }

    private void requireModel(Examined examined) {
        if (options.predecessor() == Predecessor.FASTJWT && !FastJwtModel.fits(examined.claims())) {
            refuse(wording.invalid(FastJwtModel.UNFIT));
        }
    }

    private void requireValue(JwtClaims claims, String csrf) {
        if (!claims.has("csrf")) {
            refuse(wording.valueMissingInToken());
        }
        boolean same = claims.get("csrf") instanceof String value
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8),
                        csrf.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            refuse(wording.valueMismatch());
        }
    }

    private void refuse(Problem problem) {
        throw refusal(problem);
    }

    private CompatException refusal(Problem problem) {
        return new CompatException(problem, book.answer(problem));
    }
}
