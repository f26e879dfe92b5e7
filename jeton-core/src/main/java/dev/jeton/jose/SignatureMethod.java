package dev.jeton.jose;

/** Signing and verifying with the material of one key. Safe for use by many threads. */
interface SignatureMethod {
    boolean signs();

    /** How many bytes each of its signatures has. */
    int signatureLength();

    /** The signature of {@code token[0, end)}. */
    byte[] sign(byte[] token, int end);

    default byte[] sign(byte[] input) {
        return sign(input, input.length);
    }

    /** Whether {@code signature}, which has the right length, is one of {@code token[0, end)}. */
    boolean verify(byte[] token, int end, byte[] signature);

    /** Whether {@code signature} is one of {@code token[0, end)}: providers are never asked about another length. */
    default boolean holds(byte[] token, int end, byte[] signature) {
        return signature.length == signatureLength() && verify(token, end, signature);
    }

    /** The same material with the cryptography of another provider. */
    SignatureMethod by(Jca other);
}
