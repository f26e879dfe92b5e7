package dev.jeton;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.CookieSettings;
import dev.jeton.web.HeaderSink;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.TokenCookies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Sets and clears token cookies on any framework's answer: the first parameter takes {@code response::addHeader}. */
public final class JetonCookies {
    private final TokenCookies cookies;
    private final JwtVerifier verifier;
    private final boolean csrfNeeded;
    private final boolean companions;

    JetonCookies(
            TokenCookies cookies,
            JwtVerifier verifier,
            boolean csrfNeeded,
            CookieSettings settings) {
        this.cookies = cookies;
        this.verifier = verifier;
        this.csrfNeeded = csrfNeeded;
        this.companions = csrfNeeded && settings.companions();
    }

    /** Sets the cookies of these tokens, and their CSRF companions. */
    public void set(HeaderSink sink, Tokens tokens) {
        set(sink, tokens, options -> options);
    }

    /** Sets the cookies of these tokens, with a Max-Age or a domain of this call's own.
     * @throws IllegalArgumentException for a cookie of over 4,096 bytes, with the largest claims */
    public void set(HeaderSink sink, Tokens tokens, UnaryOperator<TokenCookies.Options> options) {
        List<TokenCookies.Token> all = new ArrayList<>(2);
        all.add(token(TokenType.ACCESS, tokens.issuedAccess()));
        if (tokens.issuedRefresh() != null) {
            all.add(token(TokenType.REFRESH, tokens.issuedRefresh()));
        }
        add(sink, cookies.set(all, options.apply(TokenCookies.Options.CONFIGURED)));
    }

    /** Sets one cookie as it is told; the token is not looked at. */
    public void set(
            HeaderSink sink,
            TokenCookies.Token token,
            UnaryOperator<TokenCookies.Options> options) {
        add(sink, cookies.set(token, options.apply(TokenCookies.Options.CONFIGURED)));
    }

    /** Sets one token's cookie; the token is verified first.
     * @throws TokenRejectedException when it is not good */
    public void setAccess(
            HeaderSink sink, String token, UnaryOperator<TokenCookies.Options> options) {
        set(sink, verified(TokenType.ACCESS, token), options);
    }

    /** Sets one token's cookie; the token is verified first.
     * @throws TokenRejectedException when it is not good */
    public void setRefresh(
            HeaderSink sink, String token, UnaryOperator<TokenCookies.Options> options) {
        set(sink, verified(TokenType.REFRESH, token), options);
    }

    /** Clears all token cookies and their companions. */
    public void unset(HeaderSink sink) {
        unset(sink, options -> options);
    }

    /** Clears all token cookies of the domain that was named when they were set. */
    public void unset(HeaderSink sink, UnaryOperator<TokenCookies.Options> options) {
        add(
                sink,
                cookies.unset(
                        List.of(TokenType.values()),
                        options.apply(TokenCookies.Options.CONFIGURED)));
    }

    /** Clears the cookie of one type, and its companion unless the other type shares it. */
    public void unset(
            HeaderSink sink, TokenType type, UnaryOperator<TokenCookies.Options> options) {
        add(sink, cookies.unset(type, options.apply(TokenCookies.Options.CONFIGURED)));
    }

    /** The names on the wire, prefixes included: access, refresh and companions. */
    public List<String> names() {
        Stream<String> tokens = Stream.of(TokenType.values()).map(cookies::name);
        Stream<String> csrf = Stream.of(TokenType.values()).map(cookies::csrfName);
        return Stream.concat(tokens, companions ? csrf : Stream.empty())
                .distinct()
                .toList();
    }

    private TokenCookies.Token verified(TokenType type, String token) {
        VerifiedJwt jwt = verifier.verify(token);
        if (jwt.type() != type) {
            throw new TokenRejectedException(Reason.TYPE_REFUSED, "type");
        }
        if (csrfNeeded && jwt.csrf().isEmpty()) {
            throw new TokenRejectedException(Reason.CLAIM_INVALID, "csrf");
        }
        Instant end = jwt.expiresAt();
        return new TokenCookies.Token(
                type, token, jwt.csrf().orElse(null), end.equals(Instant.MAX) ? null : end);
    }

    private static TokenCookies.Token token(TokenType type, Tokens.Issued issued) {
        return new TokenCookies.Token(type, issued.text(), issued.csrf(), issued.expiresAt());
    }

    private static void add(HeaderSink sink, List<HttpHeader> fields) {
        fields.forEach(field -> sink.add(field.name(), field.value()));
    }
}
