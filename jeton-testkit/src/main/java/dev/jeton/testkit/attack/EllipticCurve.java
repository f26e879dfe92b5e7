package dev.jeton.testkit.attack;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Halves of P-256 signatures that no honest signer makes (FIPS 186-5 §6.4). */
final class EllipticCurve {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int BYTES = 32;

    private EllipticCurve() {}

    /** 0, 1, n-1, n, n+1 and all ones. */
    static Map<String, byte[]> edges() {
        Map<String, byte[]> edges = new LinkedHashMap<>();
        edges.put("0", fixed(BigInteger.ZERO));
        edges.put("1", fixed(BigInteger.ONE));
        edges.put("n-1", fixed(ORDER.subtract(BigInteger.ONE)));
        edges.put("n", fixed(ORDER));
        edges.put("n+1", fixed(ORDER.add(BigInteger.ONE)));
        edges.put("all ones", fixed(BigInteger.TWO.pow(8 * BYTES).subtract(BigInteger.ONE)));
        return edges;
    }

    /** r and s of a JWS signature as the DER SEQUENCE that X.509 has. */
    static byte[] der(byte[] signature) {
        return Certificates.der(
                0x30,
                integer(Arrays.copyOf(signature, BYTES)),
                integer(Arrays.copyOfRange(signature, BYTES, 2 * BYTES)));
    }

    private static byte[] integer(byte[] unsigned) {
        return Certificates.der(0x02, new BigInteger(1, unsigned).toByteArray());
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] fixed(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[BYTES];
        int length = Math.min(BYTES, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, BYTES - length, length);
        return fixed;
    }
}
