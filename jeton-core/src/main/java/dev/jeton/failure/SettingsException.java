package dev.jeton.failure;

import java.util.List;

/** A configuration that cannot work or is unsafe: all its problems at once, each with its mend. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String[] problems;

    /** @param problems one sentence each, saying what is wrong and how to mend it; never a key */
    public SettingsException(List<String> problems) {
        super("Jeton cannot start:\n  - " + String.join("\n  - ", problems));
        this.problems = problems.toArray(String[]::new);
    }

    public SettingsException(String problem) {
        this(List.of(problem));
    }

    public List<String> problems() {
        return List.of(problems);
    }
}
