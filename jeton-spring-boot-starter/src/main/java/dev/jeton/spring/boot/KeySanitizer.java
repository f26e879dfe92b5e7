package dev.jeton.spring.boot;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Masks the values of Jeton's keys by name, and every value that holds the text of one: what it was taken from by a placeholder,
 * the command line, inline JSON.
 */
record KeySanitizer(List<String> keys) implements SanitizingFunction {
    private static final List<String> NAMES = List.of("jeton.secret-key", "jeton.private-key");

    static KeySanitizer of(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        return new KeySanitizer(NAMES.stream()
                .flatMap(name ->
                        Stream.ofNullable(binder.bind(name, String.class).orElse("")))
                .filter(text -> !text.isBlank())
                .toList());
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        boolean masked = isKeyName(data.getLowerCaseKey())
                || data.getValue() != null
                        && keys.stream().anyMatch(data.getValue().toString()::contains);
        return masked ? data.withSanitizedValue() : data;
    }

    /** Whether this ends in one of the names, in any of Boot's spellings. */
    private static boolean isKeyName(String name) {
        String bare = bare(name);
        return NAMES.stream().anyMatch(known -> bare.endsWith(bare(known)));
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "KeySanitizer";
    }
}
