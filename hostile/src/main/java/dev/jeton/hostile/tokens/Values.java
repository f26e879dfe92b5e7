package dev.jeton.hostile.tokens;

import java.util.List;
import java.util.Random;

/** Values as they are written, JSON or not. */
final class Values {
    private static final List<String> ALL = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "-0",
            "-0.0",
            "1.5",
            "1e3",
            "1E400",
            "1e-400",
            "01",
            "+1",
            ".5",
            "1.",
            "0x1F",
            "NaN",
            "Infinity",
            "12345678901234567890",
            "1".repeat(33),
            "0." + "1".repeat(40),
            "\"\"",
            "\"x\"",
            "\" \"",
            "\"0\"",
            "'x'",
            "x",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\ud83d\\ude00\"",
            "\"\\x41\"",
            "\"\u00e9\"",
            "\"\n\"",
            "\"" + "x".repeat(300) + "\"",
            "[]",
            "[\"\"]",
            "[\"a\",\"b\"]",
            "[null]",
            "[1]",
            "{}",
            "{\"a\":1}",
            "{\"a\":1,\"a\":2}",
            "TRUE",
            "Null",
            "");

    private Values() {}

    static String any(Random random) {
        return Mutation.any(ALL, random);
    }
}
