package dev.jeton;

import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyLookup;
import dev.jeton.jose.KeySource;
import dev.jeton.jose.TokenMemory;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the builder was told about keys. */
final class KeyOptions {
    /** The ring decides. */
    static final KeyLookup NO_LOOKUP = kid -> null;

    @Nullable
    String secret;

    @Nullable
    String literalSecret;

    @Nullable
    String privatePem;

    @Nullable
    String publicPem;

    @Nullable
    JwsAlgorithm algorithm;

    @Nullable
    String keyId;

    @Nullable
    String provider;

    @Nullable
    KeySource source;

    List<JwsKey> verifying = List.of();
    KeyLookup lookup = NO_LOOKUP;

    /** Bytes that remembered tokens may take. */
    long tokenMemory = 16L << 20;

    boolean hmacTokensRemembered;

    TokenMemory remembered() {
        return new TokenMemory(tokenMemory, hmacTokensRemembered);
    }
}
