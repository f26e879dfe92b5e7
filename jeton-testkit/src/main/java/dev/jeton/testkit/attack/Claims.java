package dev.jeton.testkit.attack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON object whose members are JSON as it stands, good or not. Immutable. */
final class Claims {
    private final Map<String, String> members;

    private Claims(Map<String, String> members) {
        this.members = members;
    }

    static Claims none() {
        return new Claims(Map.of());
    }

    /** The member has this JSON; a new one stands last. */
    Claims with(String name, String json) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(name, json);
        return new Claims(more);
    }

    Claims with(String name, long number) {
        return with(name, Long.toString(number));
    }

    Claims text(String name, String value) {
        return with(name, '"' + value + '"');
    }

    Claims without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(members);
        fewer.remove(name);
        return new Claims(fewer);
    }

    /** The JSON, with more members written behind these. */
    String and(String more) {
        String json = json();
        return json.substring(0, json.length() - 1) + "," + more + "}";
    }

    String json() {
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
