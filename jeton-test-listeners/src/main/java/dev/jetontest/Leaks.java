package dev.jetontest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must stand in no log: a token, a private key, a canary ({@code canary-} and hexadecimal digits), and the secrets
 * that the tests of a folder are written with.
 */
final class Leaks {
    private static final List<Pattern> ALWAYS = List.of(
            Pattern.compile("eyJ[\\w-]{6,}\\.[\\w-]{4,}\\.[\\w-]*"),
            Pattern.compile("BEGIN [A-Z ]*PRIVATE KEY"),
            Pattern.compile("\"(d|k|p|q|dp|dq|qi)\"\\s*:\\s*\"[\\w-]{16,}"),
            Pattern.compile("canary-[0-9a-f]{8,}"));

    /** A literal that a test calls a secret. */
    private static final Pattern SECRET = Pattern.compile(
            "secret\\w*\\s*[(=]\\s*(?:JwsAlgorithm\\.\\w+,\\s*)?\"(?:base64:|hex:)?([^\"\\\\]{20,})\"",
            Pattern.CASE_INSENSITIVE);

    private final List<String> secrets;

    Leaks(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** With the secrets that Java sources below this folder are written with; none where it does not exist. */
    static Leaks of(Path sources) {
        List<String> secrets = new ArrayList<>();
        if (Files.isDirectory(sources)) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> collect(file, secrets));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Leaks(secrets);
    }

    private static void collect(Path file, List<String> secrets) {
        try {
            Matcher found = SECRET.matcher(Files.readString(file));
            while (found.find()) {
                secrets.add(found.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of it stands in this text, named but not repeated. */
    Optional<String> in(String text) {
        for (Pattern pattern : ALWAYS) {
            if (pattern.matcher(text).find()) {
                return Optional.of("what matches " + pattern);
            }
        }
        return secrets.stream()
                .filter(text::contains)
                .findFirst()
                .map(secret -> "the secret that begins with " + secret.substring(0, 4));
    }
}
