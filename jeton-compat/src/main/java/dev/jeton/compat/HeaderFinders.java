package dev.jeton.compat;

import dev.jeton.failure.Reason;
import dev.jeton.web.WebSettings;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.TokenFinder;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for a token in a header field: each predecessor reads it in its own way. */
final class HeaderFinders {
    private static final Pattern COMMA = Pattern.compile(",\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private HeaderFinders() {}

    /** Exactly one of the comma-separated values must have the scheme; none and several are absence. */
    static TokenFinder flask(WebSettings settings) {
        return (request, requirement) -> {
            String name = settings.headerName();
            String scheme = settings.headerScheme();
            String field = withoutCommas(String.join(",", request.request().headers(name)));
            if (field.isEmpty()) {
                return new Found.Absent("Missing " + name + " Header");
            }
            String expected =
                    "Expected '" + name + ": " + (scheme.isEmpty() ? "" : scheme + " ") + "<JWT>'";
            List<List<String>> values =
                    scheme.isEmpty() ? List.of(words(field)) : valuesOf(field, scheme);
            if (values.size() != 1) {
                return new Found.Absent(
                        "Missing '" + scheme + "' type in '" + name + "' header. " + expected);
            }
            return token(values.get(0), scheme, "Bad " + name + " header. " + expected);
        };
    }

    /** The first of the comma-separated values that has the scheme counts; where none has, the header is bad. */
    static TokenFinder quart(WebSettings settings) {
        return (request, requirement) -> {
            String name = settings.headerName();
            String scheme = settings.headerScheme();
            String field = Which.FIRST.of(request.request().headers(name));
            if (field.isEmpty()) {
                return new Found.Absent("Missing " + name + " Header");
            }
            List<List<String>> values =
                    scheme.isEmpty() ? List.of(words(field)) : valuesOf(field, scheme);
            String bad = "Bad " + name + " header. Expected value '"
                    + (scheme.isEmpty() ? "" : scheme + " ") + "<JWT>'";
            return token(values.isEmpty() ? List.of() : values.get(0), scheme, bad);
        };
    }

    /** Whatever stands in the field is the token; the scheme before it is cut off. */
    static TokenFinder fastJwt(WebSettings settings) {
        String prefix = settings.headerScheme().isEmpty() ? "" : settings.headerScheme() + " ";
        return (request, requirement) -> {
            List<String> fields = request.request().headers(settings.headerName());
            if (fields.isEmpty()) {
                return new Found.Absent("Missing '" + settings.headerScheme() + "' in '"
                        + settings.headerName() + "' header.");
            }
            String field = Which.FIRST.of(fields);
            return Found.Token.of(
                    field.startsWith(prefix) ? field.substring(prefix.length()) : field);
        };
    }

    private static Found token(List<String> words, String scheme, String bad) {
        int expected = scheme.isEmpty() ? 1 : 2;
        return words.size() == expected
                ? Found.Token.of(words.get(expected - 1))
                : new Found.Refused(Reason.REQUEST_AMBIGUOUS, bad);
    }

    /** The words of each comma-separated value that begins with the scheme; empty values are skipped. */
    private static List<List<String>> valuesOf(String field, String scheme) {
        return Arrays.stream(COMMA.split(field, -1))
                .map(HeaderFinders::words)
                .filter(words -> !words.isEmpty() && words.get(0).equals(scheme))
                .toList();
    }

    private static List<String> words(String text) {
        String bare = text.strip();
        return bare.isEmpty() ? List.of() : List.of(BLANKS.split(bare));
    }

    private static String withoutCommas(String field) {
        String bare = field.strip();
        int start = 0;
        int end = bare.length();
        while (start < end && bare.charAt(start) == ',') {
            start++;
        }
        while (end > start && bare.charAt(end - 1) == ',') {
            end--;
        }
        return bare.substring(start, end);
    }
}
