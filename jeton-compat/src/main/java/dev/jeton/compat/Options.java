package dev.jeton.compat;

import dev.jeton.internal.Spelling;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The options of an application: what was given, read, over the predecessor's defaults. */
final class Options {
    private final Predecessor predecessor;
    private final Map<String, OptionTable.Entry> table;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> withoutEffect = new ArrayList<>();

    Options(Predecessor predecessor, Map<String, ? extends @Nullable Object> given) {
        this.predecessor = predecessor;
        this.table = OptionTable.of(predecessor);
        table.forEach((name, entry) -> values.put(name, entry.fallback()));
        given.forEach(this::take);
    }

    Predecessor predecessor() {
        return predecessor;
    }

    /** What is wrong with the given options; more may be added. */
    List<String> problems() {
        return problems;
    }

    /** The given options that do nothing, as they did nothing before. */
    List<String> withoutEffect() {
        return withoutEffect;
    }

    /** The claim that holds the identity. */
    String identityClaim() {
        return predecessor == Predecessor.FASTJWT ? "sub" : text("IDENTITY_CLAIM");
    }

    /** A text that must not be empty; where it is, that is a problem. */
    String name(String option) {
        String value = text(option);
        if (value.isEmpty()) {
            problems.add("JWT_" + option + " is empty: give it a name, or leave it out");
        }
        return value;
    }

    /** A text; "" for null. */
    String text(String option) {
        return Objects.requireNonNullElse(optionalText(option), "");
    }

    @Nullable
    String optionalText(String option) {
        return (String) value("JWT_" + option);
    }

    boolean isOn(String option) {
        return Boolean.TRUE.equals(value("JWT_" + option));
    }

    @Nullable
    Duration time(String option) {
        return (Duration) value("JWT_" + option);
    }

    /** A list of texts; a single text is a list of one, null and "" are empty. */
    List<String> texts(String option) {
        Object value = value("JWT_" + option);
        if (value instanceof List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
        return value == null || value.equals("") ? List.of() : List.of((String) value);
    }

    /** An option as it was given: a text, a list of texts, or null. */
    @Nullable
    Object textOrTexts(String option) {
        return value("JWT_" + option);
    }

    /** The secret: the library's own option, else the framework's. */
    Optional<String> secret() {
        Object own = value("JWT_SECRET_KEY");
        Object secret = own == null || own.equals("") ? values.get("SECRET_KEY") : own;
        return Optional.ofNullable((String) secret).filter(text -> !text.isEmpty());
    }

    private @Nullable Object value(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(name + " is no option of " + predecessor.title());
        }
        return values.get(name);
    }

    private void take(String name, @Nullable Object value) {
        OptionTable.Entry entry = table.get(name);
        if (entry == null) {
            problems.add(unknown(name));
            return;
        }
        try {
            values.put(name, entry.kind().read(value));
        } catch (IllegalArgumentException unfit) {
            problems.add(name + " takes " + entry.kind().description());
        }
        if (predecessor == Predecessor.FASTJWT && OptionTable.WITHOUT_EFFECT.contains(name)) {
            withoutEffect.add(name);
        }
    }

    private String unknown(String name) {
        String nearest = table.keySet().stream()
                .min(Comparator.comparingInt(known -> Spelling.distance(name, known)))
                .orElseThrow();
        return "%s is no option of %s: did you mean %s?"
                .formatted(name, predecessor.title(), nearest);
    }
}
