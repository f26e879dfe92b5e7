package dev.jeton.testkit.attack;

import java.util.Arrays;
import java.util.zip.Deflater;

/** What is small and grows large where someone unpacks it (RFC 1951). */
final class Deflated {
    private Deflated() {}

    static byte[] zeros(int length) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(new byte[length]);
            deflater.finish();
            byte[] packed = new byte[length];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }
}
