package dev.jeton.benchmarks.report;

import static dev.jeton.benchmarks.report.MarkdownTable.ratio;
import static dev.jeton.benchmarks.report.MarkdownTable.time;
import static dev.jeton.benchmarks.report.MarkdownTable.whole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tables of the report, each with ratios within its run. */
final class Tables {
    static final String VERIFY = "VerifyBenchmark.verify";
    static final String SIGN = "SignBenchmark.sign";
    static final String THREADS = "ThreadsBenchmark.verify";
    private static final String REFUSE = "RefusalBenchmark.verify";

    private static final List<String> PAIRS = List.of("RS256", "ES256", "EdDSA");

    private final Results results;

    Tables(Results results) {
        this.results = results;
    }

    /** Time, ratio to Jeton's and allocation with HS256, by library and JDK; one thread. */
    String hmac(String benchmark) {
        List<Integer> jdks = results.jdks(benchmark);
        List<String> heading = new ArrayList<>(List.of("HS256"));
        for (int jdk : jdks) {
            heading.addAll(List.of("JDK " + jdk, "to Jeton", "bytes"));
        }
        MarkdownTable table = new MarkdownTable(heading);
        for (String library : libraries(benchmark, "HS256")) {
            List<String> row = new ArrayList<>(List.of(label(library)));
            for (int jdk : jdks) {
                row.addAll(cells(benchmark, library, jdk));
            }
            table.add(row);
        }
        return table.toString();
    }

    private List<String> cells(String benchmark, String library, int jdk) {
        Predicate<Measured> here = m -> m.jdk() == jdk && m.is("algorithm", "HS256");
        List<Measured> found = results.of(benchmark, here.and(m -> m.library().equals(library)));
        OptionalDouble own = results.nanos(benchmark, here.and(m -> m.library().equals("jeton")));
        if (found.isEmpty() || own.isEmpty()) {
            return List.of("-", "-", "-");
        }
        Measured figure = found.get(0);
        return List.of(
                time(figure.nanos()),
                ratio(figure.nanos() / own.getAsDouble()),
                whole(figure.bytes()));
    }

    /** Time with the algorithms that take key pairs, and its ratio to Jeton's. */
    String pairs(String benchmark) {
        List<Pair> columns = new ArrayList<>();
        for (String algorithm : PAIRS) {
            results.jdks(benchmark).stream()
                    .map(jdk -> new Pair(algorithm, jdk))
                    .filter(column -> !results.of(benchmark, column::holds).isEmpty())
                    .forEach(columns::add);
        }
        List<String> heading = new ArrayList<>(List.of("library"));
        columns.forEach(column -> heading.add(column.algorithm() + ", " + column.jdk()));
        MarkdownTable table = new MarkdownTable(heading);
        for (String library : libraries(benchmark, "RS256")) {
            List<String> row = new ArrayList<>(List.of(label(library)));
            columns.forEach(column -> row.add(withRatio(benchmark, library, column)));
            table.add(row);
        }
        return table.toString();
    }

    /** A column of figures. */
    private record Pair(String algorithm, int jdk) {
        boolean holds(Measured figure) {
            return figure.jdk() == jdk && figure.is("algorithm", algorithm);
        }
    }

    private String withRatio(String benchmark, String library, Pair column) {
        OptionalDouble found =
                results.nanos(benchmark, m -> column.holds(m) && m.library().equals(library));
        OptionalDouble own =
                results.nanos(benchmark, m -> column.holds(m) && m.library().equals("jeton"));
        return found.isEmpty() || own.isEmpty()
                ? "-"
                : time(found.getAsDouble()) + " (" + ratio(found.getAsDouble() / own.getAsDouble())
                        + ")";
    }

    /** Tokens of all threads in a microsecond, with one thread and with two. */
    String threads() {
        List<Integer> jdks = results.jdks(THREADS);
        List<String> heading = new ArrayList<>(List.of("tokens in 1 µs"));
        jdks.forEach(jdk ->
                heading.addAll(List.of("1 thread, JDK " + jdk, "2 threads, JDK " + jdk, "gain")));
        MarkdownTable table = new MarkdownTable(heading);
        List<String> libraries = results.of(THREADS, m -> m.threads() == 2).stream()
                .map(Measured::library)
                .distinct()
                .toList();
        for (String library : libraries) {
            List<String> row = new ArrayList<>(List.of(label(library)));
            jdks.forEach(jdk -> {
                double one = throughput(library, jdk, 1);
                double two = throughput(library, jdk, 2);
                row.addAll(List.of(ratio(one), ratio(two), ratio(two / one)));
            });
            table.add(row);
        }
        return table.toString();
    }

    private double throughput(String library, int jdk, int threads) {
        return 1_000
                * threads
                / results.nanos(
                                THREADS,
                                m -> m.jdk() == jdk
                                        && m.threads() == threads
                                        && m.library().equals(library))
                        .orElse(Double.NaN);
    }

    /** Refusals, and their ratio to an acceptance by the same library. */
    String refusals() {
        MarkdownTable table = new MarkdownTable(
                List.of("library", "accepted", "expired", "bad signature", "malformed"));
        int jdk = last(REFUSE);
        for (String library : named(REFUSE)) {
            List<String> row = new ArrayList<>(List.of(label(library)));
            double accepted = refusal(library, jdk, "NONE");
            row.add(time(accepted));
            for (String flaw : List.of("EXPIRED", "BAD_SIGNATURE", "MALFORMED")) {
                double refused = refusal(library, jdk, flaw);
                row.add(time(refused) + " (" + ratio(refused / accepted) + ")");
            }
            table.add(row);
        }
        return table.toString();
    }

    private double refusal(String library, int jdk, String flaw) {
        return results.nanos(
                        REFUSE,
                        m -> m.jdk() == jdk && m.is("flaw", flaw) && m.library().equals(library))
                .orElse(Double.NaN);
    }

    /** Whole requests and cookies. */
    String requests() {
        MarkdownTable table = new MarkdownTable(List.of("Jeton, whole", "time", "bytes"));
        Stream.of("RequestBenchmark.authenticate", "CookieBenchmark.set", "CookieBenchmark.unset")
                .flatMap(name -> results.of(name, m -> m.jdk() == last(name)).stream())
                .forEach(m -> table.add(List.of(
                        REQUESTS.getOrDefault(
                                m.parameters().getOrDefault("location", m.benchmark()),
                                m.benchmark()),
                        time(m.nanos()),
                        whole(m.bytes()))));
        return table.toString();
    }

    private static final Map<String, String> REQUESTS = Map.of(
            "HEADERS", "request with a bearer token",
            "COOKIES", "POST with cookies and the CSRF header",
            "JSON", "POST with the token in a JSON body",
            "CookieBenchmark.set", "cookies of a login set",
            "CookieBenchmark.unset", "all cookies cleared");

    /** One column of growth: a benchmark by one of its parameters. */
    String growth(String benchmark, String parameter, String heading) {
        List<String> libraries = named(benchmark);
        List<String> head = new ArrayList<>(List.of(heading));
        libraries.forEach(library -> head.add(label(library)));
        MarkdownTable table = new MarkdownTable(head);
        for (String value : values(benchmark, parameter)) {
            List<String> row = new ArrayList<>(List.of(whole(Double.parseDouble(value))));
            for (String library : libraries) {
                results.nanos(
                                benchmark,
                                m -> m.is(parameter, value) && m.library().equals(library))
                        .ifPresentOrElse(nanos -> row.add(time(nanos)), () -> row.add("-"));
            }
            table.add(row);
        }
        return table.toString();
    }

    /** The memory of the denylist's entries. */
    String memory() {
        MarkdownTable table = new MarkdownTable(List.of("entries", "bytes each", "all, MB"));
        results.memory()
                .forEach((entries, bytes) -> table.add(
                        List.of(whole(entries), whole(bytes), ratio(entries * bytes / 1e6))));
        return table.toString();
    }

    /** The values of a parameter in ascending order. */
    List<String> values(String benchmark, String parameter) {
        return results.of(benchmark, m -> true).stream()
                .map(m -> String.valueOf(m.parameters().get(parameter)))
                .distinct()
                .sorted(Comparator.comparingLong(Long::parseLong))
                .toList();
    }

    /** The libraries that a benchmark measured, in the order of the run. */
    List<String> named(String benchmark) {
        return results.of(benchmark, m -> true).stream()
                .map(Measured::library)
                .distinct()
                .toList();
    }

    /** The libraries with this algorithm, the fastest on the last JDK first, bare cryptography at the end. */
    List<String> libraries(String benchmark, String algorithm) {
        return results.of(benchmark, m -> m.is("algorithm", algorithm)).stream()
                .sorted(Comparator.comparing((Measured m) -> m.library().equals("mac"))
                        .thenComparing(m -> -m.jdk())
                        .thenComparing(Measured::nanos))
                .map(Measured::library)
                .distinct()
                .toList();
    }

    int last(String benchmark) {
        return results.jdks(benchmark).stream().reduce(0, Math::max);
    }

    static String label(String library) {
        return switch (library) {
            case "jeton" -> "**jeton**";
            case "jeton-memory" -> "**jeton**, token seen before";
            case "jeton-bc" -> "**jeton**, Bouncy Castle";
            case "mac" -> "cryptography alone";
            default -> library;
        };
    }
}
