package dev.jeton.benchmarks.report;

import dev.jeton.benchmarks.DenylistMemory;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs parts of the report on the JDK that it runs on: {@code Measure FOLDER [PART…]} writes {@code FOLDER/JDK/PART.json}. */
public final class Measure {
    private Measure() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0], Integer.toString(Runtime.version().feature()));
        Files.createDirectories(folder);
        List<Plan> parts = args.length == 1
                ? List.of(Plan.values())
                : Stream.of(args).skip(1).map(Plan::named).toList();
        for (Plan part : parts) {
            run(part, folder);
        }
    }

    private static void run(Plan part, Path folder)
            throws RunnerException, IOException, InterruptedException {
        List<RunResult> results = new ArrayList<>();
        String file = folder.resolve(part.file()).toString();
        for (ChainedOptionsBuilder run : part.runs()) {
            results.addAll(new Runner(run.build()).run());
            // After each, so that a run that is cut leaves what it has.
            ResultFormatFactory.getInstance(ResultFormatType.JSON, file).writeOut(results);
        }
        if (part == Plan.GROWTH) {
            measureMemory(folder.resolve(Results.MEMORY));
        }
    }

    private static void measureMemory(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator
                                + "java",
                        "-Xmx4g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DenylistMemory.class.getName())
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the memory of denylists could not be measured");
        }
    }
}
