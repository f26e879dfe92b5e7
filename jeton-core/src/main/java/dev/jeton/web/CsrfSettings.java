package dev.jeton.web;

import dev.jeton.jwt.TokenType;

import java.util.List;
import java.util.Set;

/**
 * Double-submit protection of cookie tokens.
 *
 * @param protect whether cookie tokens need the value at all
 * @param methods the methods that are exempt, or that are the only ones checked
 * @param methodsAreExempt which of the two {@code methods} are
 * @param accessHeader the request header with the value beside an access token
 * @param refreshHeader the request header with the value beside a refresh token
 * @param form whether an urlencoded form field may carry the value in place of the header
 * @param accessField the form field beside an access token
 * @param refreshField the form field beside a refresh token
 * @param trustedOrigins the other origins whose unsafe cookie requests are accepted, exact (RFC 6454 §6.2)
 * @param originChecked whether {@code Sec-Fetch-Site} and {@code Origin} are looked at besides the value
 */
public record CsrfSettings(
        boolean protect,
        Set<String> methods,
        boolean methodsAreExempt,
        String accessHeader,
        String refreshHeader,
        boolean form,
        String accessField,
        String refreshField,
        Set<String> trustedOrigins,
        boolean originChecked) {
    /** Whether a cookie token must come with the value when the request has this method. */
    public boolean covers(String method) {
        return protect && methods.contains(method) != methodsAreExempt;
    }

    /** The request header with the value beside a token of this type. */
    public String header(TokenType type) {
        return type == TokenType.ACCESS ? accessHeader : refreshHeader;
    }

    /** The form field with the value beside a token of this type. */
    public String field(TokenType type) {
        return type == TokenType.ACCESS ? accessField : refreshField;
    }

    /** What keeps these settings from working, a sentence each with its mend; empty when nothing does. */
    public List<String> problems() {
        return CsrfProblems.of(this);
    }
}
