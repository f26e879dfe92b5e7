package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.internal.PlainText;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.RequestParts;
import dev.jeton.web.wire.TokenFinder;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The header location: {@code scheme SP token}, one field, one pair of credentials (RFC 6750 §2.1, RFC 9110 §11.4). */
final class HeaderFinder implements TokenFinder {
    private static final Found ABSENT = new Found.Absent("no credentials of the scheme");
    private static final Found SEVERAL = refused("the field stands there several times");
    private static final Found LIST = refused("a list of credentials");
    private static final Found EMPTY = refused("the scheme without a token");
    private static final Found JUNK = refused("more than a scheme, one space and a token");
    private static final Found GLUED =
            new Found.Refused(Reason.MALFORMED, "no space behind the scheme");

    private final String name;
    private final String scheme;

    HeaderFinder(WebSettings settings) {
        name = settings.headerName();
        scheme = settings.headerScheme();
    }

    private static Found refused(String note) {
        return new Found.Refused(Reason.REQUEST_AMBIGUOUS, note);
    }

    @Override
    public Found find(RequestParts request, JwtRequirement requirement) {
        List<String> fields = request.request().headers(name);
        if (fields.isEmpty()) {
            return ABSENT;
        }
        return fields.size() > 1 ? SEVERAL : read(fields.get(0));
    }

    private Found read(String field) {
        int end = scheme.length();
        if (end == 0) {
            return token(field, 0);
        }
        if (!field.regionMatches(true, 0, scheme, 0, end)) {
            return listsScheme(field) ? LIST : ABSENT;
        }
        if (field.length() == end) {
            return EMPTY;
        }
        return field.charAt(end) == ' ' ? token(field, end + 1) : behindScheme(field, end);
    }

    /** A longer scheme that begins like ours, or a token without its space. */
    private Found behindScheme(String field, int end) {
        if (PlainText.endsWord(field.charAt(end)) || listsScheme(field)) {
            return JUNK;
        }
        return field.contains(" ") ? ABSENT : GLUED;
    }

    private static Found token(String field, int from) {
        if (from == field.length()) {
            return EMPTY;
        }
        String token = field.substring(from);
        byte[] characters = token.getBytes(StandardCharsets.ISO_8859_1);
        int end = PlainText.endOfWord(characters);
        if (end < characters.length) {
            return characters[end] == ',' ? LIST : JUNK;
        }
        return Found.Token.of(token);
    }

    /** Whether credentials of our scheme stand behind a comma, hidden in another scheme's. */
    private boolean listsScheme(String field) {
        int comma = field.indexOf(',');
        while (comma >= 0) {
            int start = comma + 1;
            while (start < field.length() && field.charAt(start) <= ' ') {
                start++;
            }
            int end = start + scheme.length();
            if (field.regionMatches(true, start, scheme, 0, scheme.length())
                    && (end == field.length() || field.charAt(end) <= ' ')) {
                return true;
            }
            comma = field.indexOf(',', comma + 1);
        }
        return false;
    }
}
