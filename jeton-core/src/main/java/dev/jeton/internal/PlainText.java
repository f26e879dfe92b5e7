package dev.jeton.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Which bytes are text, found out before anything reads them. */
final class PlainText {
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long BACKSLASHES = LOW_BITS * '\\';

    private PlainText() {}

    /**
     * Whether all bytes are ASCII and none is a backslash, so that neither UTF-8 nor escapes need a look. Eight at a
     * time: taking 1 from a byte of zero, and from no other below 0x80, sets its high bit.
     */
    static boolean isAsciiWithoutEscapes(byte[] bytes, int from, int to) {
        int i = from;
        long found = 0;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            found |= word | ((word ^ BACKSLASHES) - LOW_BITS);
        }
        for (; i < to; i++) {
            found |= bytes[i] < 0 || bytes[i] == '\\' ? HIGH_BITS : 0;
        }
        return (found & HIGH_BITS) == 0;
    }

    /** Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
    static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
