package dev.jeton.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Which bytes are text, which of it stands for itself in a JSON string, and where a word ends: eight bytes at a time. */
public final class PlainText {
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long QUOTES = LOW_BITS * '"';
    private static final long BACKSLASHES = LOW_BITS * '\\';
    private static final long BLANKS = LOW_BITS * ' ';
    private static final long COMMAS = LOW_BITS * ',';
    private static final long DELETES = LOW_BITS * 0x7f;

    private PlainText() {}

    /** Eight bytes as one number, the first the lowest. */
    static long word(byte[] bytes, int from) {
        return (long) WORDS.get(bytes, from);
    }

    static void put(byte[] bytes, int at, long word) {
        WORDS.set(bytes, at, word);
    }

    /**
     * The place of the first byte in {@code [from, to)} that does not stand for itself in a JSON string: a quote, a
     * backslash, a control character or what lies beyond ASCII; {@code to} where there is none.
     */
    static int end(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = marks(word(bytes, i));
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (i < to && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /**
     * Sets the high bit of each such byte among eight. Subtracting sets it in a byte of ASCII that is too small: of zero, or
     * below the blank. What such a byte borrows may mark bytes after it, never one before it, so the lowest mark is right.
     */
    private static long marks(long word) {
        long small = (word ^ QUOTES) - LOW_BITS | (word ^ BACKSLASHES) - LOW_BITS | word - BLANKS;
        return (small | word) & HIGH_BITS;
    }

    /** The place of the first blank, control character of ASCII or comma; the length where there is none. */
    public static int endOfWord(byte[] latin1) {
        int i = 0;
        for (; i <= latin1.length - Long.BYTES; i += Long.BYTES) {
            long word = word(latin1, i);
            long small = (word ^ COMMAS) - LOW_BITS
                    | (word ^ DELETES) - LOW_BITS
                    | word - BLANKS - LOW_BITS;
            long found = small & ~word & HIGH_BITS; // as in marks
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (i < latin1.length && !endsWord(latin1[i])) {
            i++;
        }
        return i;
    }

    /** Whether no word goes on with this character: a blank, a control character of ASCII, a comma. */
    public static boolean endsWord(int c) {
        return c >= 0 && c <= ' ' || c == 0x7f || c == ',';
    }

    /** Whether each of these bytes, eight at least, stands for itself in a JSON string, and none of them is this one. */
    static boolean isPlainWithout(byte[] bytes, byte unwanted) {
        long found = 0;
        for (int i = 0; i < bytes.length; i += Long.BYTES) {
            long word = word(bytes, Math.min(i, bytes.length - Long.BYTES));
            found |= marks(word) | (word ^ LOW_BITS * unwanted) - LOW_BITS & HIGH_BITS;
        }
        return found == 0;
    }

    /** Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
    static boolean isUtf8(byte[] bytes, int from, int to) {
        CharBuffer ignored = CharBuffer.allocate(to - from);
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, to - from), ignored, true)
                .isError();
    }
}
