package dev.jeton.hostile.tokens;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The members of an object as they will be written: names with their quotes, values as JSON or what looks like it. */
final class Members {
    private final List<String[]> members = new ArrayList<>();

    /** A name without quotes, and a value as it is written. */
    Members put(String name, String json) {
        for (String[] member : members) {
            if (member[0].equals(quoted(name))) {
                member[1] = json;
                return this;
            }
        }
        return add(quoted(name), json);
    }

    Members text(String name, String value) {
        return put(name, quoted(value));
    }

    /** A member more, its name as it is written; the same may stand there already. */
    Members add(String writtenName, String json) {
        members.add(new String[] {writtenName, json});
        return this;
    }

    /** A member before all others. */
    void addFirst(String writtenName, String json) {
        members.add(0, new String[] {writtenName, json});
    }

    void remove(String name) {
        members.removeIf(member -> member[0].equals(quoted(name)));
    }

    /** The value as it is written, or {@code null}. */
    String get(String name) {
        return members.stream()
                .filter(member -> member[0].equals(quoted(name)))
                .map(member -> member[1])
                .findFirst()
                .orElse("null");
    }

    /** One of the names, without quotes; {@code x} where there is none, or one that has none. */
    String anyName(Random random) {
        if (members.isEmpty()) {
            return "x";
        }
        String written = members.get(random.nextInt(members.size()))[0];
        boolean isText = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        return isText ? written.substring(1, written.length() - 1) : "x";
    }

    void shuffle(Random random) {
        Collections.shuffle(members, random);
    }

    String toJson() {
        return members.stream()
                .map(member -> member[0] + ":" + member[1])
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}
