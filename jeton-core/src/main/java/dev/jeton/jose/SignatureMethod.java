package dev.jeton.jose;

/** Signing and verifying with the material of one key. Safe for use by many threads. */
interface SignatureMethod {
    boolean signs();

    /** How many bytes a signature has: neither more nor fewer are ever handed to {@link #verify}. */
    int signatureLength();

    byte[] sign(byte[] input);

    /** Whether {@code signature} is one of the first {@code length} bytes of {@code token}. */
    boolean verify(byte[] token, int length, byte[] signature);
}
