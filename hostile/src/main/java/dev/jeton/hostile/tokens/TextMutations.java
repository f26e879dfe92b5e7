package dev.jeton.hostile.tokens;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The finished text: segments, and the spelling of base64url. */
final class TextMutations {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> ODD = List.of(
            ".", "=", "+", "/", "-", "_", " ", "\n", "\r\n", "\t", "\u00e9", "\u2010", "\u0000",
            "~", "A", "%2E", "*", "\\", "\uff21");

    private TextMutations() {}

    static List<Mutation> all() {
        return List.of(
                draft -> draft.changeText(text -> bitFlipped(text, draft.random)),
                draft -> draft.changeText(text -> bitFlipped(text, draft.random)),
                draft -> draft.changeText(text -> inserted(text, draft.random)),
                draft -> draft.changeText(text -> inserted(text, draft.random)),
                draft -> draft.changeText(text -> text + Mutation.any(ODD, draft.random)),
                draft -> draft.changeText(text -> Mutation.any(ODD, draft.random) + text),
                draft -> draft.changeText(text -> without(text, draft.random)),
                onPart(TextMutations::padded),
                onPart(TextMutations::spareBits),
                onPart(TextMutations::spareBits),
                onPart(part -> part.replace('-', '+').replace('_', '/')),
                onPart(part -> part + "\n"),
                onPart(part -> " " + part),
                onPart(part -> part.replaceAll("(.{64})", "$1\r\n")),
                onPart(part -> ""),
                onPart(part -> part + part),
                onPart(part -> part + "A"),
                draft -> draft.changeText(text -> swapped(text, draft.random)),
                draft -> draft.changeText(
                        text -> text + "." + text.substring(text.lastIndexOf('.') + 1)),
                draft -> draft.changeText(
                        text -> text.substring(0, Math.max(0, text.lastIndexOf('.')))),
                draft -> draft.changeText(text -> text.replace(".", "..")),
                draft -> draft.changeText(text -> text.toLowerCase(Locale.ROOT)),
                draft -> draft.changeText(text -> "Bearer " + text),
                draft -> draft.changeText(text -> text + "," + text));
    }

    private static Mutation onPart(UnaryOperator<String> change) {
        return draft -> {
            int which = draft.random.nextInt(3);
            draft.changeText(text -> {
                String[] parts = text.split("\\.", -1);
                if (which < parts.length) {
                    parts[which] = change.apply(parts[which]);
                }
                return String.join(".", parts);
            });
        };
    }

    private static String bitFlipped(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        char flipped = (char) (text.charAt(at) ^ 1 << random.nextInt(8));
        return text.substring(0, at) + flipped + text.substring(at + 1);
    }

    private static String inserted(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + Mutation.any(ODD, random) + text.substring(at);
    }

    private static String without(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + text.substring(at + 1);
    }

    private static String padded(String part) {
        return part + "=".repeat(Math.max(1, (4 - part.length() % 4) % 4));
    }

    /** The bits of the last character that no byte needs (RFC 4648 §3.5). */
    private static String spareBits(String part) {
        int spare = part.length() % 4 == 2 ? 4 : part.length() % 4 == 3 ? 2 : 0;
        int last = part.length() - 1;
        int value = last < 0 ? -1 : ALPHABET.indexOf(part.charAt(last));
        return spare == 0 || value < 0
                ? part
                : part.substring(0, last) + ALPHABET.charAt(value ^ ((1 << spare) - 1));
    }

    private static String swapped(String text, Random random) {
        List<String> parts = Arrays.asList(text.split("\\.", -1));
        java.util.Collections.shuffle(parts, random);
        return String.join(".", parts);
    }
}
