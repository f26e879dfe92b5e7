package dev.jeton.spring.boot;

import dev.jeton.failure.SettingsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns settings that cannot work into Boot's report: every problem with its mend, and where a key is at fault the command to make one. */
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsException> {
    private static final Pattern COMMAND = Pattern.compile("`(openssl rand -(base64|hex) \\d+)`");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsException cause) {
        return new FailureAnalysis(
                "Jeton cannot start:\n\n    - " + String.join("\n    - ", cause.problems()),
                action(cause.problems()),
                cause);
    }

    private static String action(List<String> problems) {
        return problems.stream()
                .flatMap(SettingsFailureAnalyzer::command)
                .findFirst()
                .map(command -> "Make a secret key, and start the application again:\n\n    "
                        + command + "\n\nOr set jeton.secret-key, outside of what you commit.")
                .orElse("Mend what is listed above; each line says how.");
    }

    private static Stream<String> command(String problem) {
        Matcher found = COMMAND.matcher(problem);
        return found.find()
                ? Stream.of(
                        "export JETON_SECRET_KEY=" + found.group(2) + ":$(" + found.group(1) + ")")
                : Stream.empty();
    }
}
