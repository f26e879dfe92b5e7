package dev.jeton;

import dev.jeton.jose.KeySource;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenIssuer;
import dev.jeton.jwt.TokenOptions;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Location;
import dev.jeton.web.RequestAuthenticator;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** JWT authentication of one application: issues tokens, verifies them, decides about requests. Immutable, safe for many threads. */
public final class Jeton {
    /** The name of a Jeton that was given none. */
    public static final String DEFAULT_NAME = "default";

    private final Parts parts;

    Jeton(Parts parts) {
        this.parts = parts;
    }

    /** What a Jeton is made of. */
    record Parts(
            String name,
            KeySource keys,
            TokenIssuer issuer,
            JwtVerifier verifier,
            Logins logins,
            JetonCookies cookies,
            RequestAuthenticator authenticator,
            List<Location> locations,
            String report) {}

    /** A Jeton with defaults and this HS256 secret.
     * @throws dev.jeton.failure.SettingsException when it is missing or weak, with the command that makes a good one */
    public static Jeton withSecret(@Nullable String secret) {
        return builder().secretKey(secret).build();
    }

    /** A builder with the defaults, which lacks a key. */
    public static JetonBuilder builder() {
        return new JetonBuilder();
    }

    /** The name that routes call it by; {@link #DEFAULT_NAME} unless configured. */
    public String name() {
        return parts.name();
    }

    /** The two tokens of a login: they share {@code sid}, {@code csrf} and {@code auth_time}.
     * @param identity the subject, or an object that the identity hook makes one of */
    public Tokens login(Object identity) {
        return login(identity, options -> {});
    }

    /** As {@link #login(Object)}, with what the application says of this login.
     * @throws IllegalArgumentException for an empty subject, a claim or header that is not the application's to give, a token of
     *     over 8,192 characters, and, with a denylist, a life that is longer than the configured ones */
    public Tokens login(Object identity, Consumer<LoginOptions> options) {
        return parts.logins().login(identity, options);
    }

    /** A new access token for the login of this refresh token: same session, CSRF value, {@code auth_time}, audience and
     * additional claims; the hooks for claims and headers are asked again; never fresh.
     * @throws IllegalArgumentException when it is no refresh token
     * @throws dev.jeton.failure.TokenRejectedException when it has expired since it was verified */
    public Tokens refresh(VerifiedJwt refreshToken) {
        return parts.logins().refresh(refreshToken);
    }

    /** Ends the login of this token, which may have expired: revokes it and its session where a denylist is configured.
     * @throws dev.jeton.failure.CheckUnavailableException when the denylist could not be written to */
    public void logout(VerifiedJwt jwt) {
        parts.logins().logout(jwt);
    }

    /** Revokes this one token.
     * @throws IllegalStateException when no denylist is configured
     * @throws dev.jeton.failure.CheckUnavailableException when it could not be written to */
    public void revoke(VerifiedJwt jwt) {
        parts.logins().revoke(jwt);
    }

    /** A single access token, outside any login session. */
    public String createAccessToken(Object identity) {
        return createAccessToken(identity, options -> {});
    }

    /** A single access token with these options.
     * @throws IllegalArgumentException as {@link #login(Object, Consumer)} */
    public String createAccessToken(Object identity, Consumer<TokenOptions> options) {
        return parts.logins().create(TokenType.ACCESS, identity, options);
    }

    /** A single refresh token, outside any login session. */
    public String createRefreshToken(Object identity) {
        return createRefreshToken(identity, options -> {});
    }

    /** A single refresh token with these options.
     * @throws IllegalArgumentException as {@link #login(Object, Consumer)} */
    public String createRefreshToken(Object identity, Consumer<TokenOptions> options) {
        return parts.logins().create(TokenType.REFRESH, identity, options);
    }

    /** Issues tokens in two steps, a draft and its signature; the listener is not told. */
    public TokenIssuer issuer() {
        return parts.issuer();
    }

    /** Verifies tokens without a request. */
    public JwtVerifier verifier() {
        return parts.verifier();
    }

    /** Writes and clears token cookies. */
    public JetonCookies cookies() {
        return parts.cookies();
    }

    /** Decides about requests; for adapters. */
    public RequestAuthenticator authenticator() {
        return parts.authenticator();
    }

    /** The public keys as a JWK Set (RFC 7517 §5). */
    public String publicJwkSet() {
        return parts.keys().ring().toPublicJwkSet();
    }

    List<Location> locations() {
        return parts.locations();
    }

    /** What is configured, what is weakened, a line each; holds no secret. */
    public String report() {
        return parts.report();
    }
}
