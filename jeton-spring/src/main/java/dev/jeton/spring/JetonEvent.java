package dev.jeton.spring;

import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Refusal;

/** What happened to a token or a request, as an application event. Never holds the text of a token. */
public sealed interface JetonEvent {
    /** A token was signed. */
    record Issued(TokenDraft token) implements JetonEvent {}

    /** A refresh token made a new access token. */
    record Refreshed(VerifiedJwt spent, TokenDraft access) implements JetonEvent {}

    /** A request was refused. */
    record Refused(Refusal refusal) implements JetonEvent {}

    /** A token was revoked, by itself or with its session. */
    record Revoked(VerifiedJwt token) implements JetonEvent {}
}
