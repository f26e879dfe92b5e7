package dev.jeton.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path relative to the root of the project
 */
public record Page(Path path, String text) {
    static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** A fenced block: its language and its text. */
    public record Block(String language, String text) {
        String firstLine() {
            return text.lines().findFirst().orElse("");
        }
    }

    public static Page of(String path) {
        return new Page(Path.of(path), read(ROOT.resolve(path)));
    }

    /** The pages of the guide, its index among them. */
    static List<Page> guide() {
        return files(ROOT.resolve("docs/guide"), ".md").stream()
                .map(file -> of(ROOT.relativize(file).toString()))
                .toList();
    }

    /** The pages in the project's root, those about its security, and those beside the examples. */
    static List<Page> root() {
        return Stream.of(
                        "README.md",
                        "ARCHITECTURE.md",
                        "SECURITY.md",
                        "CONTRIBUTING.md",
                        "CHANGELOG.md",
                        "docs/security/README.md",
                        "docs/security/attacks.md",
                        "examples/spring-boot/README.md")
                .map(Page::of)
                .toList();
    }

    /** All Java sources of the project. */
    public static List<Path> sources() {
        return files(ROOT, ".java");
    }

    public static String textOf(Path file) {
        return read(file);
    }

    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        return blocks;
    }

    public List<Block> blocks(String language) {
        return blocks().stream().filter(b -> b.language().equals(language)).toList();
    }

    /** The cells of all table rows, headings included; a cell's code marks stay. */
    public List<List<String>> tableRows() {
        return text.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("| ---"))
                .map(line -> line.substring(1, line.length() - 1))
                .map(line ->
                        Stream.of(line.split("(?<!\\\\)\\|")).map(String::strip).toList())
                .toList();
    }

    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
