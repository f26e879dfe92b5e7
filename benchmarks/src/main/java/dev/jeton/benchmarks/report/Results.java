package dev.jeton.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a folder with a folder for each JDK holds.
 *
 * @param all every figure
 * @param memory bytes of a denylist's entry, by the number of entries
 * @param versions what each JDK calls itself
 */
record Results(List<Measured> all, Map<Integer, Long> memory, Map<Integer, String> versions) {
    /** The file with the memory of denylists. */
    static final String MEMORY = "denylist-memory.txt";

    static Results read(Path folder) throws IOException {
        Results results = new Results(new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".json")) {
                    results.add(file);
                } else if (name.equals(MEMORY)) {
                    results.addMemory(file);
                }
            }
        }
        return results;
    }

    private void add(Path file) throws IOException {
        int jdk = Integer.parseInt(file.getName(file.getNameCount() - 2).toString());
        for (JsonNode run : new ObjectMapper().readTree(file.toFile())) {
            versions.put(
                    jdk, run.get("vmName").asText() + " " + run.get("vmVersion").asText());
            all.add(measured(jdk, run));
        }
    }

    private static Measured measured(int jdk, JsonNode run) {
        String name = run.get("benchmark").asText();
        int method = name.lastIndexOf('.');
        Map<String, String> parameters = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : run.path("params").properties()) {
            parameters.put(entry.getKey(), entry.getValue().asText());
        }
        boolean virtual = Stream.iterate(0, i -> i < run.get("jvmArgs").size(), i -> i + 1)
                .anyMatch(i -> run.get("jvmArgs").get(i).asText().equals(Plan.VIRTUAL));
        return new Measured(
                jdk,
                name.substring(name.lastIndexOf('.', method - 1) + 1),
                parameters,
                run.get("threads").asInt(),
                virtual,
                run.get("primaryMetric").get("score").asDouble(),
                bytes(run.path("secondaryMetrics")));
    }

    /** Older profilers put a dot before the name. */
    private static double bytes(JsonNode metrics) {
        JsonNode norm = metrics.path("gc.alloc.rate.norm");
        return (norm.isMissingNode() ? metrics.path("·gc.alloc.rate.norm") : norm)
                .path("score")
                .asDouble();
    }

    private void addMemory(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ");
            memory.put(Integer.valueOf(words[0]), Long.valueOf(words[1]));
        }
    }

    /** The JDKs that were measured with this benchmark. */
    List<Integer> jdks(String benchmark) {
        TreeSet<Integer> jdks = new TreeSet<>();
        all.stream().filter(m -> m.benchmark().equals(benchmark)).forEach(m -> jdks.add(m.jdk()));
        return List.copyOf(jdks);
    }

    /** The figures of one benchmark, without those of virtual threads. */
    List<Measured> of(String benchmark, Predicate<Measured> wanted) {
        return all.stream()
                .filter(m -> m.benchmark().equals(benchmark) && !m.virtual())
                .filter(wanted)
                .toList();
    }

    /** The time of the first figure that is wanted. */
    OptionalDouble nanos(String benchmark, Predicate<Measured> wanted) {
        return of(benchmark, wanted).stream().mapToDouble(Measured::nanos).findFirst();
    }
}
