package dev.jeton.testkit.attack;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ed25519 signatures that RFC 8032 §5.1.7 has refused. */
final class EdwardsCurve {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private EdwardsCurve() {}

    /** S + L: the same number to a verifier that does not look at its size. */
    static byte[] withGroupOrder(byte[] signature) {
        byte[] s = reversed(Arrays.copyOfRange(signature, 32, 64));
        byte[] more = reversed(new BigInteger(1, s).add(ORDER).toByteArray());
        byte[] changed = Arrays.copyOf(signature, 64);
        Arrays.fill(changed, 32, 64, (byte) 0);
        System.arraycopy(more, 0, changed, 32, Math.min(32, more.length));
        return changed;
    }

    static byte[] withOtherSign(byte[] signature) {
        byte[] changed = signature.clone();
        changed[31] ^= (byte) 0x80;
        return changed;
    }

    /** Points of small order, and y that are not reduced: p + 1 stands for 1, p for 0. */
    static Map<String, byte[]> smallPoints() {
        Map<String, byte[]> points = new LinkedHashMap<>();
        points.put("the identity", point("01" + "00".repeat(31)));
        points.put("the identity, not reduced", point("ee" + "ff".repeat(30) + "7f"));
        points.put("the identity with a sign", point("01" + "00".repeat(30) + "80"));
        points.put("a point of order 2", point("ec" + "ff".repeat(30) + "7f"));
        points.put("a point of order 4", point("00".repeat(32)));
        points.put("a point of order 4, not reduced", point("ed" + "ff".repeat(30) + "7f"));
        points.put(
                "a point of order 8",
                point("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"));
        points.put("no point", point("ff".repeat(32)));
        return points;
    }

    private static byte[] point(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
