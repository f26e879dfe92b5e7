package dev.jeton.hostile.tokens;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Signatures: of others, of other bytes, and other forms of the right one. */
final class SignatureMutations {
    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger ED25519_ORDER =
            new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);
    private static final int HALF = 32;

    private SignatureMutations() {}

    static List<Mutation> all() {
        return List.of(
                draft -> draft.signer = draft.suite.strangersSigner(),
                draft -> draft.signer = draft.suite.macOfPublicKey(),
                SignatureMutations::confused,
                draft -> draft.signer = input -> new byte[0],
                draft -> draft.changeSignature(signature -> new byte[signature.length]),
                draft -> draft.changeSignature(signature -> flipped(signature, draft.random)),
                draft -> draft.changeSignature(signature -> Arrays.copyOf(
                        signature, Math.max(0, signature.length - 1 - draft.random.nextInt(16)))),
                draft -> draft.changeSignature(signature ->
                        Arrays.copyOf(signature, signature.length + 1 + draft.random.nextInt(3))),
                draft -> draft.changeSignature(
                        signature -> Arrays.copyOf(signature, signature.length / 2)),
                draft -> draft.changeSignature(SignatureMutations::withLeadingZero),
                SignatureMutations::otherContent,
                SignatureMutations::sameWithOtherNumbers,
                draft -> draft.changeSignature(SignatureMutations::der));
    }

    /** HS256 with the public key as its secret, and the header says so. */
    private static void confused(Draft draft) {
        draft.header.text("alg", "HS256");
        draft.signer = draft.suite.macOfPublicKey();
    }

    private static void otherContent(Draft draft) {
        Signer signer = draft.signer;
        draft.signer = input -> signer.sign(flipped(input, draft.random));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] withLeadingZero(byte[] signature) {
        byte[] longer = new byte[signature.length + 1];
        System.arraycopy(signature, 0, longer, 1, signature.length);
        return longer;
    }

    /** ES256: n − s, which holds as well, or a number that is zero or beyond the order; Ed25519: s and the order. */
    private static void sameWithOtherNumbers(Draft draft) {
        switch (draft.suite.algorithm()) {
            case ES256 -> draft.changeSignature(signature -> otherS(signature, draft.random));
            case EDDSA -> draft.changeSignature(SignatureMutations::plusOrder);
            default -> draft.changeSignature(signature -> flipped(signature, draft.random));
        }
    }

    private static byte[] otherS(byte[] signature, Random random) {
        if (signature.length != 2 * HALF) {
            return signature;
        }
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF));
        BigInteger other = switch (random.nextInt(4)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> P256_ORDER;
            default -> P256_ORDER.subtract(s);
        };
        byte[] changed = signature.clone();
        byte[] magnitude = magnitude(other);
        System.arraycopy(magnitude, 0, changed, HALF, HALF);
        return changed;
    }

    private static byte[] plusOrder(byte[] signature) {
        if (signature.length != 2 * HALF) {
            return signature;
        }
        BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, HALF, 2 * HALF)));
        byte[] changed = signature.clone();
        System.arraycopy(reversed(magnitude(s.add(ED25519_ORDER))), 0, changed, HALF, HALF);
        return changed;
    }

    /** 32 bytes, the greatest first. */
    private static byte[] magnitude(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] magnitude = new byte[HALF];
        int length = Math.min(bytes.length, HALF);
        System.arraycopy(bytes, bytes.length - length, magnitude, HALF - length, length);
        return magnitude;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /** Two numbers as ASN.1 has them (RFC 3279 §2.2.3), not as RFC 7518 §3.4. */
    private static byte[] der(byte[] signature) {
        if (signature.length != 2 * HALF) {
            return signature;
        }
        byte[] r = new BigInteger(1, Arrays.copyOf(signature, HALF)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF)).toByteArray();
        byte[] der = new byte[6 + r.length + s.length];
        der[0] = 0x30;
        der[1] = (byte) (4 + r.length + s.length);
        der[2] = 0x02;
        der[3] = (byte) r.length;
        System.arraycopy(r, 0, der, 4, r.length);
        der[4 + r.length] = 0x02;
        der[5 + r.length] = (byte) s.length;
        System.arraycopy(s, 0, der, 6 + r.length, s.length);
        return der;
    }
}
