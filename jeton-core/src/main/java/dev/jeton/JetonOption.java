package dev.jeton;

import java.util.List;

/**
 * One option that text can set, for adapters that read their framework's configuration and for tools that complete it.
 *
 * @param name such as {@code jeton.secret-key}
 * @param standard the text of its default, or "" where it has none
 * @param meaning what it is, in a clause
 * @param type what its text stands for: String, Boolean, Duration or List
 */
public record JetonOption(String name, String standard, String meaning, Class<?> type) {

    /** All options, in the order in which they are applied. */
    public static List<JetonOption> all() {
        return new OptionTable().rows().stream().map(JetonOption::of).toList();
    }

    private static JetonOption of(Option<?> row) {
        return new JetonOption(
                row.name(), row.standard(), row.meaning(), row.text().type());
    }
}
