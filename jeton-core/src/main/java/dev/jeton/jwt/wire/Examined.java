package dev.jeton.jwt.wire;

import dev.jeton.jose.JoseHeader;
import dev.jeton.jwt.JwtClaims;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A token whose signature holds, with every claim check that failed.
 *
 * @param jwt the token, where nothing failed but its expiry
 * @param type what the token says it is, where it says so
 * @param failures all failing checks, in the verifier's order: the expiry last, so the first is the one to report
 */
public record Examined(
        JoseHeader header,
        JwtClaims claims,
        @Nullable VerifiedJwt jwt,
        @Nullable TokenType type,
        List<ClaimFailure> failures) {}
