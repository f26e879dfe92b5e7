package dev.jeton;

import dev.jeton.failure.SettingsException;
import dev.jeton.internal.Spelling;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;

/** Hands options from a source of text to a builder, in the order of the table, whatever the order of the source. */
final class OptionSource {
    private static final String VARIABLE_PREFIX = Option.variable(Option.PREFIX);

    private final List<Option<?>> options = new OptionTable().rows();
    private final JetonBuilder builder;

    OptionSource(JetonBuilder builder) {
        this.builder = builder;
    }

    /** Options by their names; an unknown one is a problem. */
    void named(Map<String, String> values) {
        use(values, Option::name);
        for (String name : new TreeSet<>(values.keySet())) {
            if (name.startsWith(Option.PREFIX) && isUnknown(name, Option::name)) {
                builder.problems.add("there is no option " + printable(name) + ": did you mean "
                        + nearest(name, Option::name) + "?");
            }
        }
    }

    void properties(Properties values) {
        Map<String, String> texts = new HashMap<>();
        for (String name : values.stringPropertyNames()) {
            texts.put(name, values.getProperty(name));
        }
        named(texts);
    }

    /** Options of a properties file; what cannot be read, and what stands there twice, is a problem. */
    void file(Path file) {
        Properties values = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object name, Object value) {
                Object before = super.put(name, value);
                if (before != null && name.toString().startsWith(Option.PREFIX)) {
                    builder.problems.add(printable(name.toString()) + " stands twice in " + file
                            + ": keep one of them");
                }
                return before;
            }
        };
        try {
            values.load(new StringReader(TextFile.read(file)));
        } catch (SettingsException unreadable) {
            builder.problems.addAll(unreadable.problems());
        } catch (IOException | IllegalArgumentException malformed) {
            builder.problems.add(file + " is no properties file: mend its \\u escapes");
        }
        properties(values);
    }

    /** Options by the names of their variables; an unknown one is somebody else's, or worth a warning. */
    void environment(Map<String, String> variables) {
        use(variables, Option::variable);
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(VARIABLE_PREFIX) && isUnknown(name, Option::variable)) {
                String known = nearest(name, Option::variable);
                if (isNear(name, known)) {
                    builder.warnings.add("the variable " + printable(name)
                            + " is not read: did you mean " + known + "?");
                }
            }
        }
    }

    /** Whether one is the other with a slip or two: the longer they are, the more. */
    private static boolean isNear(String name, String known) {
        int allowed = 1 + (known.length() - VARIABLE_PREFIX.length()) / 6;
        return Spelling.distance(name, known) <= allowed;
    }

    private void use(Map<String, String> values, Function<Option<?>, String> naming) {
        for (Option<?> option : options) {
            String name = naming.apply(option);
            String value = values.get(name);
            if (value != null) {
                option.set(builder, name, value);
            }
        }
    }

    private boolean isUnknown(String name, Function<Option<?>, String> naming) {
        return options.stream().map(naming).noneMatch(name::equals);
    }

    private String nearest(String name, Function<Option<?>, String> naming) {
        return options.stream()
                .map(naming)
                .min(Comparator.comparingInt(known -> Spelling.distance(name, known)))
                .orElseThrow();
    }

    /** The beginning of a name that may be anything, without what would forge a line of the log. */
    private static String printable(String name) {
        String line = name.replaceAll("[^\\x21-\\x7e]", "?");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
