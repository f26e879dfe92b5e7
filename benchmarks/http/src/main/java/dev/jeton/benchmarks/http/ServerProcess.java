package dev.jeton.benchmarks.http;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A site in a JVM of its own. */
final class ServerProcess implements AutoCloseable {
    /** Linux counts a process's time in these for everybody, whatever the kernel's own clock (proc(5), {@code USER_HZ}). */
    private static final double TICKS_IN_A_SECOND = 100;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Process process;
    private final List<Variant> variants = new ArrayList<>();

    ServerProcess(Site site) throws IOException {
        process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator
                                + "java",
                        "-Xms512m",
                        "-Xmx512m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        site.classPath(),
                        site.mainClass(),
                        site.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader announced = process.inputReader(StandardCharsets.UTF_8);
        String line = announced.readLine();
        while (line != null && !line.isEmpty()) {
            variants.add(Variant.read(line));
            line = announced.readLine();
        }
        if (variants.isEmpty()) {
            throw new IOException(site + " did not start");
        }
    }

    List<Variant> variants() {
        return List.copyOf(variants);
    }

    /** The processor time that it has had so far, of all its threads. */
    double cpuSeconds() throws IOException {
        return cpuSeconds(Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat")));
    }

    /** The name of the process, in parentheses, may hold anything; what is counted stands behind it. */
    static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]))
                / TICKS_IN_A_SECOND;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
