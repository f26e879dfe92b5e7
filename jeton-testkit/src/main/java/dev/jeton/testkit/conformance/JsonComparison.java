package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares an answer with what is stated, patterns included. Answers the first difference, or null. */
final class JsonComparison {
    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern PATTERN = Pattern.compile("<[a-z_-]+>");
    private static final Set<String> KNOWN = Set.of("<uuid>", "<jwt>");
    private static final String ANY = "<any>";
    private static final BigDecimal TOLERANCE = BigDecimal.TEN;

    private final BigDecimal now;

    JsonComparison(Instant now) {
        this.now =
                BigDecimal.valueOf(now.getEpochSecond()).add(BigDecimal.valueOf(now.getNano(), 9));
    }

    @Nullable
    String difference(@Nullable Object expected, @Nullable Object actual, String where) {
        if (expected instanceof String text) {
            return textDifference(text, actual, where);
        }
        if (expected instanceof JsonNumber number) {
            return actual instanceof JsonNumber other && number.hasValueOf(other)
                    ? null
                    : is(where, actual, number.text());
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> other
                    ? arrayDifference(list, other, where)
                    : is(where, actual, "an array");
        }
        if (expected instanceof Map<?, ?> map) {
            return isPattern(map)
                    ? patternDifference(map, actual, where)
                    : objectDifference(map, actual, where);
        }
        return expected == null
                ? (actual == null ? null : is(where, actual, "null"))
                : expected.equals(actual) ? null : is(where, actual, expected.toString());
    }

    private @Nullable String textDifference(
            String expected, @Nullable Object actual, String where) {
        if (expected.equals(ANY)) {
            return null;
        }
        return actual instanceof String text && matches(expected, text)
                ? null
                : is(where, actual, Json.write(expected));
    }

    /**
     * Whether the text is the expected one, which may be a pattern or end in {@code <any>}. What merely looks like a
     * pattern may be meant to the letter; where the text differs, it is one that nobody knows.
     */
    static boolean matches(String expected, String actual) {
        if (expected.endsWith(ANY)) {
            return actual.startsWith(expected.substring(0, expected.length() - ANY.length()));
        }
        boolean same = switch (expected) {
            case "<uuid>" -> UUID.matcher(actual).matches();
            case "<jwt>" -> DecodedToken.isThreeParts(actual);
            default -> expected.equals(actual);
        };
        if (!same && !KNOWN.contains(expected) && PATTERN.matcher(expected).matches()) {
            throw new NotUnderstoodException("unknown pattern \"" + expected + "\"");
        }
        return same;
    }

    private @Nullable String arrayDifference(List<?> expected, List<?> actual, String where) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            String difference = difference(expected.get(i), actual.get(i), where + "[" + i + "]");
            if (difference != null) {
                return difference;
            }
        }
        return expected.size() == actual.size()
                ? null
                : where + " has " + actual.size() + " elements instead of " + expected.size();
    }

    private @Nullable String objectDifference(
            Map<?, ?> expected, @Nullable Object actual, String where) {
        if (!(actual instanceof Map<?, ?> other)) {
            return is(where, actual, "an object");
        }
        for (Map.Entry<?, ?> member : expected.entrySet()) {
            String inside = where + "." + member.getKey();
            if (!other.containsKey(member.getKey())) {
                return inside + " is missing";
            }
            String difference = difference(member.getValue(), other.get(member.getKey()), inside);
            if (difference != null) {
                return difference;
            }
        }
        return other.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .findFirst()
                .map(name -> where + "." + name + " is there, though it is not stated")
                .orElse(null);
    }

    private static boolean isPattern(Map<?, ?> map) {
        return map.keySet().stream()
                .anyMatch(name -> PATTERN.matcher((String) name).matches());
    }

    private @Nullable String patternDifference(
            Map<?, ?> pattern, @Nullable Object actual, String where) {
        if (pattern.size() == 1 && pattern.get("<now>") instanceof JsonNumber offset) {
            return timeDifference(now.add(offset.value()), actual, where);
        }
        if (pattern.size() == 1 && pattern.get("<jwt>") instanceof Map<?, ?> token) {
            return tokenDifference(Members.of(token, "<jwt>"), actual, where);
        }
        throw new NotUnderstoodException("unknown pattern " + Json.write(pattern));
    }

    private static @Nullable String timeDifference(
            BigDecimal expected, @Nullable Object actual, String where) {
        if (actual instanceof JsonNumber number
                && number.value().subtract(expected).abs().compareTo(TOLERANCE) <= 0) {
            return null;
        }
        return is(where, actual, "a time within 10 s of " + expected.toBigInteger());
    }

    private @Nullable String tokenDifference(
            Members stated, @Nullable Object actual, String where) {
        Object header = stated.take("header");
        Object claims = stated.take("claims");
        stated.end();
        if (!(actual instanceof String text) || !DecodedToken.isThreeParts(text)) {
            return is(where, actual, "a token");
        }
        DecodedToken token = DecodedToken.of(text);
        String difference = difference(header, token.header(), where + "<header>");
        return difference != null
                ? difference
                : difference(claims, token.claims(), where + "<claims>");
    }

    private static String is(String where, @Nullable Object actual, String expected) {
        String text = Json.write(actual);
        return where
                + " is "
                + (text.length() > 200 ? text.substring(0, 200) + "..." : text)
                + " instead of "
                + expected;
    }
}
