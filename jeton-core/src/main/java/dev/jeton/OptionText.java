package dev.jeton;

import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.web.Location;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the text of an option becomes a value.
 *
 * @param type what it is a text of, for tools that complete it
 * @param form what to write, as problems and documentation tell it
 * @param reader the value; throws an IllegalArgumentException for a text of another form
 */
record OptionText<T>(Class<?> type, String form, Function<String, T> reader) {
    static final OptionText<String> ANY = new OptionText<>(String.class, "text", text -> text);

    static final OptionText<String> TEXT = new OptionText<>(
            String.class, "text that is not empty", text -> require(!text.isBlank(), text));

    static final OptionText<Boolean> FLAG = new OptionText<>(
            Boolean.class,
            "`true` or `false`",
            text -> Boolean.valueOf(require(text.equals("true") || text.equals("false"), text)));

    static final OptionText<List<String>> LIST =
            new OptionText<>(List.class, "names with commas between them", OptionText::list);

    static final OptionText<Duration> TIME = new OptionText<>(
            Duration.class,
            "a time such as `90s`, `15m`, `12h`, `30d`, `PT15M`, or plain seconds",
            OptionText::time);

    static final OptionText<Long> SIZE = new OptionText<>(
            String.class, "a size such as `512KiB` or `16MiB`, or plain bytes", OptionText::size);

    static final OptionText<Duration> LIFE = new OptionText<>(
            Duration.class,
            "a time such as `15m`, `30d`, `PT15M`, or plain seconds; `never` where"
                    + " `jeton.insecure-tokens-without-expiry` allows it",
            text -> text.equals("never") ? TokenSettings.NEVER : time(text));

    /** How long browsers keep a cookie; empty for as long as the token lives, zero for as long as they are open. */
    static final OptionText<Optional<Duration>> PERSISTENCE = new OptionText<>(
            String.class,
            "`token-life`, `session`, or a time such as `30d`",
            OptionText::persistence);

    static final OptionText<List<Location>> LOCATIONS = new OptionText<>(
            List.class,
            "some of `headers`, `cookies`, `query_string`, `json`, in order, with commas between them",
            text -> list(text).stream().map(OptionText::location).toList());

    static final OptionText<JwsAlgorithm> ALGORITHM = new OptionText<>(
            String.class,
            "the name of a signature algorithm, such as `HS256`, `RS256`, `ES256` or `EdDSA`",
            text -> JwsAlgorithm.named(text).orElseThrow(IllegalArgumentException::new));

    /** The value of this text, or empty when it is of another form. */
    Optional<T> read(String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private static String require(boolean holds, String text) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static List<String> list(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(part -> require(!part.isEmpty(), part))
                .toList();
    }

    private static Location location(String text) {
        require(text.equals(text.toLowerCase(Locale.ROOT)), text);
        return Location.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Optional<Duration> persistence(String text) {
        return switch (text) {
            case "token-life" -> Optional.empty();
            case "session" -> Optional.of(Duration.ZERO);
            default -> Optional.of(time(require(!time(text).isZero(), text)));
        };
    }

    private static Duration time(String text) {
        if (text.startsWith("P") || text.startsWith("-P")) {
            return Duration.parse(text);
        }
        int last = text.length() - 1;
        boolean plain = last < 0 || Character.isDigit(text.charAt(last));
        long amount = Long.parseLong(plain ? text : text.substring(0, last));
        return switch (plain ? 's' : text.charAt(last)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            case 'd' -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException();
        };
    }

    private static long size(String text) {
        int unit = text.endsWith("KiB") ? 1 << 10 : text.endsWith("MiB") ? 1 << 20 : 1;
        String amount = unit == 1 ? text : text.substring(0, text.length() - 3);
        return Math.multiplyExact(Long.parseLong(amount), unit);
    }

    /** The text that {@link #TIME} reads as this time. */
    static String of(Duration time) {
        long seconds = time.toSeconds();
        if (seconds != 0 && seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds != 0 && seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
