package dev.jeton.hostile.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a run has learnt, once more and without Jazzer: every property, and the exact cost of each input. */
public final class Replay {
    private final Meter meter = Meter.exact();
    private final PrintStream findings;

    Replay(PrintStream findings) {
        this.findings = findings;
    }

    /** The first argument names a target, the others folders of inputs; the exit code is 1 where there are findings. */
    public static void main(String[] arguments) {
        List<Path> folders = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        int broken = new Replay(System.out).run(Targets.named(arguments[0]), folders);
        System.exit(Math.min(broken, 1));
    }

    /** How many inputs break a property or cost too much; each is told on a line of its own. */
    int run(Target<?> target, List<Path> folders) {
        int broken = 0;
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                broken += holds(target, file) ? 0 : 1;
            }
        }
        return broken;
    }

    private boolean holds(Target<?> target, Path file) {
        byte[] input = read(file);
        try {
            meter.run(target, input);
            return true;
        } catch (RuntimeException | Error finding) {
            findings.println("== Replay: " + file + ": " + finding);
            return false;
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
