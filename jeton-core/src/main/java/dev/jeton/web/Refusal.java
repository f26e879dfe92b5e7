package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.JwtClaims;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A refused request, as answers and listeners see it; never holds the text of a token.
 *
 * @param reason why
 * @param claim the claim at fault, where one is
 * @param requirement what the route wanted
 * @param location where the token stood, where one was found
 * @param authentic the claims, where the signature held
 * @param request the refused request
 * @param reference stands in the log beside what failed, where a hook did
 */
public record Refusal(
        Reason reason,
        @Nullable String claim,
        JwtRequirement requirement,
        Optional<Location> location,
        Optional<JwtClaims> authentic,
        WebRequest request,
        @Nullable String reference) {
    /** Reason, claim and location only. */
    @Override
    public String toString() {
        return "Refusal[" + reason.code() + (claim == null ? "" : ": " + claim)
                + location.map(l -> ", " + l).orElse("") + "]";
    }
}
