package dev.jeton;

import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Refusal;

/** Told what happened, for audit and metrics. What it throws is logged and changes nothing; it never sees the text of a token. */
public interface JetonListener {
    /** A token was signed. */
    default void issued(TokenDraft token) {}

    /** A refresh token made a new access token. */
    default void refreshed(VerifiedJwt spent, TokenDraft access) {}

    /** A request was refused. */
    default void refused(Refusal refusal) {}

    /** A token was revoked, by itself or with its session. */
    default void revoked(VerifiedJwt token) {}
}
