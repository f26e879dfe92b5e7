package dev.jeton.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Splits a line of shell into the commands of a pipeline and their words: quotes, {@code \}, {@code $NAME} and {@code $(…)},
 * and nothing else. An expansion is never split again.
 */
final class ShellWords {
    private static final String UNKNOWN = "&;<>()`*?[]{}~!";

    private final String line;
    private final UnaryOperator<String> variables;
    private final UnaryOperator<String> commands;
    private final List<List<String>> pipeline = new ArrayList<>(List.of(new ArrayList<>()));
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(
            String line, UnaryOperator<String> variables, UnaryOperator<String> commands) {
        this.line = line;
        this.variables = variables;
        this.commands = commands;
    }

    /**
     * The words of each command.
     *
     * @param variables the value of a variable
     * @param commands what a command prints
     */
    static List<List<String>> pipeline(
            String line, UnaryOperator<String> variables, UnaryOperator<String> commands) {
        ShellWords words = new ShellWords(line, variables, commands);
        while (words.at < line.length()) {
            words.step(words.next());
        }
        words.endWord();
        return words.pipeline;
    }

    private void step(char c) {
        if (Character.isWhitespace(c)) {
            endWord();
        } else if (c == '|') {
            endWord();
            pipeline.add(new ArrayList<>());
        } else {
            inWord = true;
            part(c);
        }
    }

    private void part(char c) {
        switch (c) {
            case '\'' -> {
                int end = line.indexOf('\'', at);
                require(end >= 0, "a quote is not closed");
                word.append(line, at, end);
                at = end + 1;
            }
            case '"' -> quoted();
            case '\\' -> word.append(next());
            case '$' -> expansion();
            default -> {
                require(UNKNOWN.indexOf(c) < 0, "'" + c + "' is not known here");
                word.append(c);
            }
        }
    }

    private void quoted() {
        for (char c = next(); c != '"'; c = next()) {
            if (c == '$') {
                expansion();
            } else if (c == '\\' && "\"\\$`".indexOf(line.charAt(at)) >= 0) {
                word.append(next());
            } else {
                require(c != '`', "'`' is not known here");
                word.append(c);
            }
        }
    }

    private void expansion() {
        if (line.startsWith("(", at)) {
            int end = endOfSubstitution();
            word.append(commands.apply(line.substring(at + 1, end)).stripTrailing());
            at = end + 1;
            return;
        }
        int start = at;
        while (at < line.length()
                && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_')) {
            at++;
        }
        require(at > start, "'$' is not known here");
        word.append(variables.apply(line.substring(start, at)));
    }

    /** The closing parenthesis of {@code $(…)}: single quotes hide parentheses, and a nested one is counted. */
    private int endOfSubstitution() {
        int depth = 0;
        boolean hidden = false;
        for (int i = at; i < line.length(); i++) {
            char c = line.charAt(i);
            hidden ^= c == '\'';
            if (!hidden && c == '(') {
                depth++;
            } else if (!hidden && c == ')' && --depth == 0) {
                return i;
            }
        }
        throw new AssertionError("$( is not closed: " + line);
    }

    private void endWord() {
        if (inWord) {
            pipeline.get(pipeline.size() - 1).add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private char next() {
        require(at < line.length(), "the line ends too early");
        return line.charAt(at++);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + line);
        }
    }
}
