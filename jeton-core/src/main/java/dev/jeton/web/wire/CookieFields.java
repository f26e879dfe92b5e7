package dev.jeton.web.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code Cookie} fields as RFC 6265bis §4.2.1 has them: pairs between semicolons, a name up to the first equals sign, and no
 * quoting, escapes, versions or attributes. Over HTTP/2 the pairs may be spread over several fields (RFC 9113 §8.2.3).
 */
final class CookieFields {
    private CookieFields() {}

    /** The values of the pairs of exactly this name. */
    static List<String> values(List<String> fields, String name) {
        List<String> values = List.of();
        for (String field : fields) {
            values = gather(field, name, values);
        }
        return values;
    }

    private static List<String> gather(String field, String name, List<String> values) {
        List<String> found = values;
        int start = 0;
        int end;
        do {
            int semicolon = field.indexOf(';', start);
            end = semicolon < 0 ? field.length() : semicolon;
            int from = skipBlanks(field, start, end);
            if (isNamed(field, from, end, name)) {
                found = found.isEmpty() ? new ArrayList<>(1) : found;
                found.add(field.substring(from + name.length() + 1, dropBlanks(field, end)));
            }
            start = end + 1;
        } while (end < field.length());
        return found;
    }

    private static boolean isNamed(String field, int from, int end, String name) {
        int equals = from + name.length();
        return equals < end && field.charAt(equals) == '=' && field.startsWith(name, from);
    }

    private static int skipBlanks(String field, int from, int end) {
        int at = from;
        while (at < end && isBlank(field.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the value ends; at the latest it is the equals sign before it that stops the search. */
    private static int dropBlanks(String field, int end) {
        int at = end;
        while (isBlank(field.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Nothing else is trimmed: a name after another kind of white space is another name. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
