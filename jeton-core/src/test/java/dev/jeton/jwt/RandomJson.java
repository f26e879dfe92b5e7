package dev.jeton.jwt;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** JSON values by the dice, with a liking for what claims are sensitive to. The same seed gives the same values. */
final class RandomJson {
    private static final String[] TEXTS = {
        "",
        " ",
        "alice",
        "access",
        "refresh",
        "Refresh",
        "true",
        "1900000000",
        "-1",
        "api",
        "a b  c",
        "JWT",
        "\u0000",
        "\ud83d\ude00",
        "\u0130",
        "null",
        "x".repeat(129)
    };
    private static final String[] NUMBERS = {
        "0",
        "1",
        "-1",
        "1900000000",
        "1899999999.999",
        "1900000000.5",
        "1900000900",
        "1.9e9",
        "253402300799",
        "253402300800",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "1e308",
        "-1e308",
        "1e-324",
        "0.1",
        "1900000000000"
    };

    private final Random dice;

    RandomJson(long seed) {
        dice = new Random(seed);
    }

    int upTo(int bound) {
        return dice.nextInt(bound);
    }

    boolean maybe() {
        return dice.nextBoolean();
    }

    <T> T oneOf(List<T> values) {
        return values.get(dice.nextInt(values.size()));
    }

    @Nullable
    Object value(int depth) {
        return switch (dice.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> null;
            case 1 -> dice.nextBoolean();
            case 2, 3 -> number();
            case 4, 5 -> text();
            case 6 -> array(depth - 1);
            default -> object(depth - 1);
        };
    }

    Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = dice.nextInt(4); i > 0; i--) {
            members.put("m" + text(), value(depth));
        }
        return members;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = dice.nextInt(4); i > 0; i--) {
            elements.add(value(depth));
        }
        return elements;
    }

    private String text() {
        if (dice.nextInt(4) > 0) {
            return TEXTS[dice.nextInt(TEXTS.length)];
        }
        return dice.ints(dice.nextInt(12), 0, 0xd800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As {@link dev.jeton.internal.Json} reads numbers. */
    private Number number() {
        if (dice.nextInt(4) == 0) {
            return dice.nextLong();
        }
        String text = NUMBERS[dice.nextInt(NUMBERS.length)];
        if (text.contains(".") || text.contains("e")) {
            return new BigDecimal(text);
        }
        BigInteger whole = new BigInteger(text);
        return whole.bitLength() < 64 ? (Number) whole.longValue() : whole;
    }
}
