package dev.jeton;

import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.HeaderSink;
import dev.jeton.web.TokenCookies;

import java.util.List;
import java.util.function.UnaryOperator;

/** Sets and clears token cookies on any framework's answer: the first parameter takes {@code response::addHeader}. */
public final class JetonCookies {
    JetonCookies(TokenCookies cookies, JwtVerifier verifier, boolean verified) {
        throw new AssertionError("top helper");
    }

    /** Sets the cookies of these tokens, and their CSRF companions. */
    public void set(HeaderSink sink, Tokens tokens) {
        throw new AssertionError("top helper");
    }

    public void set(HeaderSink sink, Tokens tokens, UnaryOperator<TokenCookies.Options> options) {
        throw new AssertionError("top helper");
    }

    /** Sets one token's cookie; the token is verified first.
     * @throws dev.jeton.failure.TokenRejectedException when it is not good */
    public void setAccess(
            HeaderSink sink, String token, UnaryOperator<TokenCookies.Options> options) {
        throw new AssertionError("top helper");
    }

    public void setRefresh(
            HeaderSink sink, String token, UnaryOperator<TokenCookies.Options> options) {
        throw new AssertionError("top helper");
    }

    /** Clears all token cookies and their companions. */
    public void unset(HeaderSink sink) {
        throw new AssertionError("top helper");
    }

    public void unset(HeaderSink sink, UnaryOperator<TokenCookies.Options> options) {
        throw new AssertionError("top helper");
    }

    public void unset(
            HeaderSink sink, TokenType type, UnaryOperator<TokenCookies.Options> options) {
        throw new AssertionError("top helper");
    }

    /** The names on the wire, prefixes included: access, refresh and companions. */
    public List<String> names() {
        throw new AssertionError("top helper");
    }
}
