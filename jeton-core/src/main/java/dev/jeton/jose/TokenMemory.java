package dev.jeton.jose;

/**
 * What a verifier remembers of tokens whose signature held.
 *
 * @param bytes how many, about, the remembered tokens may take; 0 remembers none
 * @param hmacToo whether tokens of a secret are remembered as well, whose signature costs a few look-ups
 */
public record TokenMemory(long bytes, boolean hmacToo) {
    /** Remembers nothing. */
    public static final TokenMemory NONE = new TokenMemory(0, false);
}
