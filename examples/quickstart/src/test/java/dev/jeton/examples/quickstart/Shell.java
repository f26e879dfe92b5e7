package dev.jeton.examples.quickstart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the shell lines of the README on a machine that has a JDK and nothing else: assignments, pipelines, and the commands
 * {@code curl}, {@code echo} and {@code sed}. What it does not know fails the test.
 */
final class Shell {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=(.*)", Pattern.DOTALL);
    private static final Pattern SUBSTITUTION = Pattern.compile("s/(.*)/(.*)/");

    private final Map<String, String> variables = new HashMap<>();
    private final Curl curl = new Curl();

    /** What the line prints. */
    String run(String line) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            return pipeline(line);
        }
        List<List<String>> words = words(assignment.group(2));
        if (words.size() != 1 || words.get(0).size() != 1) {
            throw new AssertionError("a variable is given one word: " + line);
        }
        variables.put(assignment.group(1), words.get(0).get(0));
        return "";
    }

    private String pipeline(String line) {
        String text = "";
        for (List<String> command : words(line)) {
            text = execute(command, text);
        }
        return text;
    }

    private List<List<String>> words(String line) {
        return ShellWords.pipeline(line, this::variable, this::pipeline);
    }

    private String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new AssertionError("$" + name + " has no value");
        }
        return value;
    }

    private String execute(List<String> command, String input) {
        List<String> arguments = command.subList(1, command.size());
        return switch (command.get(0)) {
            case "curl" -> curl.run(arguments);
            case "echo" -> String.join(" ", arguments) + "\n";
            case "sed" -> sed(arguments, input);
            default -> throw new AssertionError("the command is not known here: " + command);
        };
    }

    /** One substitution by a basic regular expression (POSIX), in each line. */
    private static String sed(List<String> arguments, String input) {
        Matcher script = SUBSTITUTION.matcher(String.join(" ", arguments));
        if (arguments.size() != 1 || !script.matches()) {
            throw new AssertionError("sed is known for s/…/…/ only: " + arguments);
        }
        String pattern = script.group(1).replace("\\(", "\0(").replace("\\)", "\0)");
        if (pattern.matches(".*(?<!\0)[()+?{}|].*")) {
            throw new AssertionError("not a basic expression known here: " + arguments);
        }
        Pattern expression = Pattern.compile(pattern.replace("\0", ""));
        String replacement = script.group(2).replaceAll("\\\\(\\d)", "\\$$1");
        StringBuilder lines = new StringBuilder();
        input.lines()
                .map(line -> expression.matcher(line).replaceFirst(replacement))
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }
}
