package dev.jeton.benchmarks.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk with one thread, which is enough for two cores that the server shares. */
final class Wrk {
    private static final Pattern DONE = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern WRONG =
            Pattern.compile("(Non-2xx or 3xx responses|Socket errors): .*");

    /** Enough to keep all threads busy: with few, the server falls asleep between requests, and how often is a matter of luck. */
    private static final String CONNECTIONS = "64";

    private Wrk() {}

    /**
     * What wrk says that it did.
     *
     * @param rate in a second
     */
    record Load(long requests, double rate) {}

    static Load run(Variant variant, int seconds) throws IOException, InterruptedException {
        Path script = Files.createTempFile("wrk", ".lua");
        try {
            Files.writeString(script, script(variant));
            Process process = new ProcessBuilder(command(variant, seconds, script))
                    .redirectErrorStream(true)
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(output);
            }
            return read(output);
        } finally {
            Files.delete(script);
        }
    }

    private static String script(Variant variant) {
        return "wrk.method = \"" + variant.method() + "\"\n"
                + (variant.method().equals("POST") ? "wrk.body = \"amount=12\"\n" : "");
    }

    private static List<String> command(Variant variant, int seconds, Path script) {
        List<String> command = new ArrayList<>(List.of(
                "wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s", script.toString()));
        variant.fields().forEach(field -> command.addAll(List.of("-H", field)));
        command.add(variant.url());
        return command;
    }

    /** @throws IOException when some requests failed: then the figure would be one of something else */
    static Load read(String output) throws IOException {
        Matcher wrong = WRONG.matcher(output);
        Matcher done = DONE.matcher(output);
        Matcher rate = RATE.matcher(output);
        if (wrong.find()) {
            throw new IOException(wrong.group());
        }
        if (!done.find() || !rate.find()) {
            throw new IOException("not what wrk writes: " + output);
        }
        return new Load(Long.parseLong(done.group(1)), Double.parseDouble(rate.group(1)));
    }
}
