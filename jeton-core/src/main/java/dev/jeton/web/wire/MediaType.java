package dev.jeton.web.wire;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * What a {@code Content-Type} says (RFC 9110 §8.3.1).
 *
 * @param name type and subtype in lower case; "" when there is no field or several
 * @param charset the parameter in lower case; "" when there is none, null when there are several
 */
record MediaType(String name, @Nullable String charset) {
    private static final MediaType NONE = new MediaType("", "");

    static MediaType of(List<String> fields) {
        if (fields.size() != 1) {
            return NONE;
        }
        String field = fields.get(0);
        int semicolon = field.indexOf(';');
        return semicolon < 0
                ? new MediaType(lower(field), "")
                : new MediaType(
                        lower(field.substring(0, semicolon)),
                        charset(field.substring(semicolon + 1)));
    }

    private static @Nullable String charset(String parameters) {
        String charset = "";
        for (String parameter : parameters.split(";")) {
            int equals = parameter.indexOf('=');
            if (equals != -1 && lower(parameter.substring(0, equals)).equals("charset")) {
                if (!charset.isEmpty()) {
                    return null;
                }
                charset = unquoted(lower(parameter.substring(equals + 1)));
            }
        }
        return charset;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** In lower case, without the blanks that may stand around it (RFC 9110 §5.6.3). */
    private static String lower(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
