package dev.jeton.web.wire;

import dev.jeton.web.JwtRequirement;

/** Looks for a token in one location. */
@FunctionalInterface
public interface TokenFinder {
    /** What the location holds for a route with this requirement; types are looked for in the requirement's order. */
    Found find(RequestParts request, JwtRequirement requirement);
}
