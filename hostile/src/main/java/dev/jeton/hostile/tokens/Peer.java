package dev.jeton.hostile.tokens;

import org.jspecify.annotations.Nullable;

/** A library that decides about tokens. */
interface Peer {
    /** Whose token it is, or null where the token is refused. */
    @Nullable
    Owner accept(String token);

    /**
     * What of an accepted token is compared.
     *
     * @param subject {@code sub}
     * @param id {@code jti}
     */
    record Owner(String subject, String id) {}
}
