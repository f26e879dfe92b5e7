package dev.jeton.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes tables and charts of measured figures: {@code Report FOLDER [PAGE]} writes {@code FOLDER/report.md} and its charts. A page
 * gets the tables too, between its lines {@code <!-- figures: NAME -->} and {@code <!-- end -->}, and the charts into the
 * folder beside it that has its name.
 */
public final class Report {
    private Report() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Results results = Results.read(folder);
        Map<String, String> sections = sections(results);
        Path http = folder.resolve("http.md");
        if (Files.exists(http)) { // benchmarks/http makes it
            sections.put("http", Files.readString(http));
        }
        Map<String, String> charts = new Charts(results).all();
        Files.writeString(folder.resolve("report.md"), String.join("\n", sections.values()));
        write(charts, folder);
        if (args.length > 1) {
            Path page = Path.of(args[1]);
            Files.writeString(page, filledIn(Files.readString(page), sections));
            String name = String.valueOf(page.getFileName()).replace(".md", "");
            write(charts, page.resolveSibling(name));
        }
    }

    private static void write(Map<String, String> charts, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> chart : charts.entrySet()) {
            Files.writeString(folder.resolve(chart.getKey()), chart.getValue());
        }
    }

    /** The tables of what has been measured, by name. */
    static Map<String, String> sections(Results results) {
        Tables tables = new Tables(results);
        Map<String, String> sections = new LinkedHashMap<>();
        StringBuilder versions = new StringBuilder();
        results.versions()
                .forEach((jdk, name) -> versions.append("- JDK " + jdk + ": " + name + "\n"));
        sections.put("versions", versions.toString());
        if (!results.jdks(Tables.VERIFY).isEmpty()) {
            sections.put("verify", tables.hmac(Tables.VERIFY));
        }
        if (!tables.libraries(Tables.VERIFY, "RS256").isEmpty()) {
            sections.put("verify-pairs", tables.pairs(Tables.VERIFY));
        }
        if (!results.jdks(Tables.THREADS).isEmpty()) {
            sections.put("threads", tables.threads());
        }
        if (!results.jdks(Tables.SIGN).isEmpty()) {
            sections.put("sign", tables.hmac(Tables.SIGN));
        }
        if (!tables.libraries(Tables.SIGN, "RS256").isEmpty()) {
            sections.put("sign-pairs", tables.pairs(Tables.SIGN));
        }
        if (!results.jdks("RequestBenchmark.authenticate").isEmpty()) {
            sections.put("requests", tables.requests());
            sections.put("refusals", tables.refusals());
        }
        if (!results.jdks("TokenSizeBenchmark.verify").isEmpty()) {
            sections.put(
                    "token-size",
                    tables.growth("TokenSizeBenchmark.verify", "characters", "characters"));
            sections.put("key-ring", tables.growth("KeyRingBenchmark.verify", "keys", "keys"));
            sections.put(
                    "denylist",
                    tables.growth("DenylistBenchmark.authenticate", "entries", "entries"));
            sections.put("memory", tables.memory());
        }
        return sections;
    }

    /** The page with its marked parts replaced; those that were not measured stay as they are. */
    static String filledIn(String page, Map<String, String> sections) {
        String filled = page;
        for (Map.Entry<String, String> section : sections.entrySet()) {
            String begin = "<!-- figures: " + section.getKey() + " -->\n";
            int from = filled.indexOf(begin);
            int to = filled.indexOf("<!-- end -->", from);
            if (from >= 0 && to >= 0) {
                filled = filled.substring(0, from + begin.length())
                        + section.getValue()
                        + filled.substring(to);
            }
        }
        return filled;
    }
}
