package dev.jeton.web;

/** The characters that HTTP allows in names and values. */
final class Syntax {
    private Syntax() {}

    /** RFC 9110 §5.6.2: a name of a field, a scheme or a cookie. */
    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(Syntax::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return c > 0x20 && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }

    /**
     * RFC 9110 §5.5: what a field may hold, that is octets, and no control characters but the tab. Servers that cut a character down
     * to its last octet would make a line break of U+010A.
     */
    static boolean isFieldText(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c <= 0xff && c != 0x7f || c == '\t');
    }

    /** RFC 6265bis §4.1.1: the value of a cookie without quotes. */
    static boolean isCookieValue(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f && "\",;\\".indexOf(c) < 0);
    }

    /** RFC 6265bis §4.1.1: the value of a cookie's attribute. */
    static boolean isAttributeValue(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != ';');
    }
}
