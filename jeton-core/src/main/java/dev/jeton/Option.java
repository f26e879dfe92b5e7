package dev.jeton;

import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * One option that text can set.
 *
 * @param key its name, without {@code jeton.}
 * @param text how its text is read
 * @param standard the text of its default, or "" where it has none
 * @param meaning what it is, for the documentation
 * @param use hands the value to the builder
 */
record Option<T>(
        String key,
        OptionText<T> text,
        String standard,
        String meaning,
        BiConsumer<JetonBuilder, T> use) {
    static final String PREFIX = "jeton.";

    /** The name in maps, properties and files. */
    String name() {
        return PREFIX + key;
    }

    /** The name in the environment. */
    String variable() {
        return variable(name());
    }

    static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Sets the option, or notes the problem; the text itself is told to nobody, for it may be a secret in the wrong place. */
    void set(JetonBuilder builder, String source, String value) {
        text.read(value)
                .ifPresentOrElse(
                        read -> use.accept(builder, read),
                        () -> builder.problems.add(source + " cannot be read: write " + text.form()
                                + " (" + meaning + ")"));
    }
}
