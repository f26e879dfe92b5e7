package dev.jeton.hostile.tokens;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The JSON of header or claims: other spellings of the same, and what only some readers take. */
final class SpellingMutations {
    private static final List<String> BLANKS = List.of(
            " ", "\n", "\r", "\t", "\f", "\u000b", "\u00a0", "\u2003", "\ufeff", "/**/", "//x\n",
            "#x\n", "\u0000");
    private static final List<String> TAILS =
            List.of(" ", "\n", "}", "{}", "x", ",", "\u0000", ";", "//x", "null", "\"\"", "]");
    private static final List<String> HEADS =
            List.of(" ", "\ufeff", ")]}'\n", "[", "x", "\u0000", "//x\n", ",", "for(;;);");

    private SpellingMutations() {}

    static List<Mutation> all() {
        return List.of(
                draft -> onText(draft, json -> blanks(json, draft.random)),
                draft -> onText(draft, json -> json + Mutation.any(TAILS, draft.random)),
                draft -> onText(draft, json -> Mutation.any(HEADS, draft.random) + json),
                draft -> onText(draft, json -> json.replaceFirst("}$", ",}")),
                draft -> onText(draft, json -> json.replaceFirst("^\\{", "{,")),
                draft -> onText(draft, json -> json.replace('"', '\'')),
                draft -> onText(draft, json -> json.replaceFirst("\"(\\w+)\":", "$1:")),
                draft -> onText(
                        draft,
                        json -> json.replaceFirst(":", draft.random.nextBoolean() ? "=" : "=>")),
                draft -> onText(
                        draft,
                        json -> json.replaceFirst(",", draft.random.nextBoolean() ? ";" : ",,")),
                draft -> onText(draft, json -> "[" + json + "]"),
                draft -> onText(
                        draft, json -> json.substring(0, draft.random.nextInt(json.length() + 1))),
                draft -> onText(draft, json -> escaped(json, draft.random)),
                SpellingMutations::duplicate,
                SpellingMutations::duplicate,
                SpellingMutations::duplicate,
                SpellingMutations::nested,
                draft -> draft.anyMembers().shuffle(draft.random),
                draft -> draft.anyMembers().add("\"x\"", Values.any(draft.random)),
                draft -> draft.anyMembers().add(Values.any(draft.random), "1"),
                draft -> recoded(draft, StandardCharsets.UTF_16BE),
                draft -> recoded(draft, StandardCharsets.UTF_16LE),
                draft -> recoded(draft, StandardCharsets.UTF_16),
                draft -> draft.changeAnyDocument(SpellingMutations::overlong),
                draft -> draft.changeAnyDocument(json -> flipped(json, draft.random)),
                draft -> draft.changeAnyDocument(json -> new byte[0]));
    }

    private static void onText(Draft draft, UnaryOperator<String> change) {
        draft.changeAnyDocument(
                json -> Draft.utf8(change.apply(new String(json, StandardCharsets.UTF_8))));
    }

    private static String blanks(String json, Random random) {
        String[] marks = {"{", "}", ":", ","};
        String mark = marks[random.nextInt(marks.length)];
        String blank = Mutation.any(BLANKS, random);
        return json.replace(mark, random.nextBoolean() ? mark + blank : blank + mark);
    }

    /** One letter as its escape. */
    private static String escaped(String json, Random random) {
        int at = random.nextInt(json.length() + 1);
        for (int i = at; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isLetter(c)) {
                String format = random.nextInt(4) == 0 ? "\\u%04X" : "\\u%04x";
                return json.substring(0, i)
                        + String.format(format, (int) c)
                        + json.substring(i + 1);
            }
        }
        return json;
    }

    /** A member twice, its name spelled the same or with an escape, its value the same or another. */
    private static void duplicate(Draft draft) {
        Members members = draft.anyMembers();
        String name = members.anyName(draft.random);
        String written = draft.random.nextBoolean() || name.isEmpty()
                ? name
                : String.format("\\u%04x", (int) name.charAt(0)) + name.substring(1);
        String value = draft.random.nextBoolean() ? members.get(name) : Values.any(draft.random);
        if (draft.random.nextBoolean()) {
            members.add(Members.quoted(written), value);
        } else {
            members.addFirst(Members.quoted(written), value);
        }
    }

    private static void nested(Draft draft) {
        int[] depths = {2, 30, 31, 32, 33, 200, 999, 1001};
        int depth = depths[draft.random.nextInt(depths.length)];
        draft.claims.put("x", "[".repeat(depth) + "]".repeat(depth));
    }

    private static void recoded(Draft draft, Charset charset) {
        draft.changeAnyDocument(json -> new String(json, StandardCharsets.UTF_8).getBytes(charset));
    }

    /** The first letter in two bytes, as UTF-8 forbids. */
    private static byte[] overlong(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean done = false;
        for (byte b : json) {
            if (!done && Character.isLetter(b)) {
                bytes.write(0xC0 | b >> 6);
                bytes.write(0x80 | b & 0x3F);
                done = true;
            } else {
                bytes.write(b);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] flipped(byte[] json, Random random) {
        byte[] flipped = json.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }
}
