package dev.jeton.hostile.tokens;

/** Signs the ASCII of header, dot and payload. */
@FunctionalInterface
interface Signer {
    byte[] sign(byte[] signingInput);
}
