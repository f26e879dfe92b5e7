package dev.jeton.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.javalin.Javalin;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

@TestInstance(Lifecycle.PER_CLASS)
class RequestsTest {
    private static final Path README = Path.of("../../README.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String END_OF_OUTPUT = "\n--- end of output ---\n";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Javalin app;

    @BeforeAll
    void start() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        app = Quickstart.start(Map.of(), 0, out);
    }

    @AfterAll
    void stop() {
        app.stop();
    }

    @Test
    @DisplayName("The application prints the README's lines with its own port")
    void printsTheReadmesLines() throws IOException {
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(linesForThisPort());
    }

    @TestFactory
    @DisplayName("Each line of the README answers what the README says")
    List<DynamicTest> eachLine() throws IOException {
        Shell shell = new Shell();
        return exchanges().stream()
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.command(),
                        () -> assertThat(shell.run(exchange.command()).stripTrailing())
                                .matches(exchange.pattern())))
                .toList();
    }

    @Test
    @DisplayName(
            "The README's lines answer the same through bash and curl, where a machine has them")
    void throughBashAndCurl(@TempDir Path directory) throws IOException, InterruptedException {
        assumeTrue(isInstalled("bash") && isInstalled("curl"), "bash and curl are installed");
        List<Exchange> exchanges = exchanges();
        String script = exchanges.stream()
                .map(exchange -> exchange.command() + "\nprintf '"
                        + END_OF_OUTPUT.replace("\n", "\\n") + "'\n")
                .collect(Collectors.joining("", "set -u\n", ""));
        String[] outputs = run(script, directory).split(END_OF_OUTPUT, -1);
        assertThat(outputs).hasSize(exchanges.size() + 1);
        for (int i = 0; i < exchanges.size(); i++) {
            assertThat(outputs[i].stripTrailing())
                    .as(exchanges.get(i).command())
                    .matches(exchanges.get(i).pattern());
        }
    }

    private static String run(String script, Path directory)
            throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("requests.sh"), script);
        Process bash = new ProcessBuilder("bash", file.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }

    private static boolean isInstalled(String command) {
        return Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private List<Exchange> exchanges() throws IOException {
        List<Exchange> exchanges = Exchange.of(linesForThisPort());
        assertThat(exchanges).hasSizeGreaterThan(20);
        return exchanges;
    }

    /** The README's block of shell lines with answers. */
    private String linesForThisPort() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(README));
        while (block.find()) {
            if (block.group(1).contains("curl ")) {
                return block.group(1).replace("localhost:8080", "localhost:" + app.port());
            }
        }
        throw new AssertionError("the README has no block with curl lines");
    }
}
