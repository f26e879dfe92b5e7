package dev.jeton.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The maps that the reader makes, around the size at which one kind gives way to the other. */
class JsonObjectTest {
    private static final List<String> ODD_NAMES =
            List.of("sub", "", "su", "subs", "Aa", "BB", "exp", "null", "aB", "\u00E9");

    private static Map<String, Object> read(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        return Json.readObject(utf8, 0, utf8.length);
    }

    /** Names of few different hashes, as hostile as they can be. */
    private static List<String> names(int number) {
        List<String> names = new ArrayList<>(ODD_NAMES);
        for (int i = 0; names.size() < number; i++) {
            StringBuilder name = new StringBuilder("n");
            for (int bit = 0; bit < 13; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.add(name.toString());
        }
        return names.subList(0, number);
    }

    private static String json(List<String> names) {
        StringBuilder json = new StringBuilder("{");
        for (String name : names) {
            json.append(json.length() == 1 ? "" : ",")
                    .append('"')
                    .append(name)
                    .append("\":")
                    .append(name.equals("null") ? "null" : Integer.toString(name.hashCode()));
        }
        return json.append('}').toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 12, 13, 15, 16, 17, 18, 31, 33, 100, 4000})
    @DisplayName("An object of any number of members is the map that it says, in its order")
    void map(int number) {
        List<String> names = names(number);
        Map<String, Object> expected = new LinkedHashMap<>();
        names.forEach(
                name -> expected.put(name, name.equals("null") ? null : (long) name.hashCode()));

        Map<String, Object> object = read(json(names));

        assertThat(object).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(number);
        assertThat(expected).isEqualTo(object);
        assertThat(object.keySet()).containsExactlyElementsOf(names);
        assertThat(object).hasToString(expected.toString());
        for (String name : names) {
            assertThat(object.containsKey(name)).isTrue();
            assertThat(object.get(new String(name.toCharArray()))).isEqualTo(expected.get(name));
        }
        assertThat(object).doesNotContainKeys("absent", "nAa", "Sub", "suc");
        assertThat(object.get("absent")).isNull();
        assertThat(object.get(null)).isNull();
        assertThat(object.containsKey(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 13, 15, 16, 17, 18, 100, 4000})
    @DisplayName("ENC-12: a name that stands twice is found wherever it stands first")
    void duplicates(int number) {
        List<String> names = names(number);
        for (int first : new int[] {0, number / 2, number - 1}) {
            List<String> twice = new ArrayList<>(names);
            twice.add(names.get(first));
            assertThatExceptionOfType(JsonException.class).isThrownBy(() -> read(json(twice)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 17})
    @DisplayName("It cannot be changed in any way that a map has")
    void unmodifiable(int number) {
        Map<String, Object> object = read(json(names(number)));

        for (Runnable change : List.<Runnable>of(
                () -> object.put("sub", 1),
                () -> object.putAll(Map.of("x", 1)),
                () -> object.remove("sub"),
                () -> object.remove("absent"),
                object::clear,
                () -> object.putIfAbsent("x", 1),
                () -> object.merge("x", 1, (a, b) -> b),
                () -> object.computeIfAbsent("x", name -> 1))) {
            assertThatThrownBy(change::run).isInstanceOf(UnsupportedOperationException.class);
        }
        if (number > 0) {
            assertThatThrownBy(() -> object.keySet().remove("sub"))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> object.values().removeIf(value -> true))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> object.replaceAll((name, value) -> 0))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> object.entrySet().iterator().next().setValue(0))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(object).hasSize(number);
    }

    @Test
    @DisplayName("Usual names are the same object in every document, and others are equal")
    void knownNames() {
        for (String name : List.of("alg", "iss", "exp", "fresh", "roles")) {
            String json = "{\"" + name + "\":12345678}";
            assertThat(onlyName(json)).isSameAs(onlyName(json)).isEqualTo(name);
        }
        for (String name : List.of("algo", "al", "asg", "aud ", "Exp", "e", "zzz", "axp", "")) {
            assertThat(onlyName("{\"" + name + "\":1}")).isEqualTo(name);
            assertThat(onlyName("{\"" + name + "\":12345678}")).isEqualTo(name);
        }
    }

    private static String onlyName(String json) {
        return read(json).keySet().iterator().next();
    }
}
