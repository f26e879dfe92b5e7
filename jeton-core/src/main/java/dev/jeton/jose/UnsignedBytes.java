package dev.jeton.jose;

import java.math.BigInteger;

/** Integers as octets without a sign. */
final class UnsignedBytes {
    private UnsignedBytes() {}

    /** The fewest octets that hold a value above zero, most significant first (RFC 7518 §2). */
    static byte[] of(BigInteger value) {
        return of(value, (value.bitLength() + 7) / 8);
    }

    /** Exactly {@code length} octets, most significant first, with zeros in front. */
    static byte[] of(BigInteger value, int length) {
        byte[] signed = value.toByteArray();
        byte[] out = new byte[length];
        int copied = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - copied, out, length - copied, copied);
        return out;
    }

    /** Exactly {@code length} octets, least significant first (RFC 8032 §5.1.2). */
    static byte[] littleEndian(BigInteger value, int length) {
        return reversed(of(value, length));
    }

    static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }
}
