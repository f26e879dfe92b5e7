package dev.jeton.testkit.attack;

/** Texts that a table of hashes would take for each other. */
final class Collisions {
    private Collisions() {}

    /** A base64url text of the same {@link String#hashCode} that differs in two neighbouring characters. */
    static String of(String token) {
        for (int at = 0; at + 1 < token.length(); at++) {
            char first = token.charAt(at);
            char second = token.charAt(at + 1);
            char otherFirst = (char) (first + 1);
            char otherSecond = (char) (second - 31);
            if (isLetterOrDigit(otherFirst)
                    && isLetterOrDigit(otherSecond)
                    && isLetterOrDigit(first)
                    && isLetterOrDigit(second)) {
                return token.substring(0, at) + otherFirst + otherSecond + token.substring(at + 2);
            }
        }
        throw new IllegalArgumentException("no two characters of this token can be exchanged");
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
