package dev.jeton.benchmarks.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one site's rounds, and their table. */
final class Rounds {
    private static final double MICROS = 1e6;

    private final Site site;
    /** By their names, for addresses and tokens change with the JVM. */
    private final Map<String, Variant> variants = new LinkedHashMap<>();

    private final Map<String, List<Figure>> figures = new HashMap<>();

    Rounds(Site site) {
        this.site = site;
    }

    /**
     * One variant in one round.
     *
     * @param cpu seconds of processor time for a request
     */
    record Figure(double rate, double cpu) {}

    void add(Variant variant, Wrk.Load load, double cpuSeconds) {
        variants.put(variant.name(), variant);
        figures.computeIfAbsent(variant.name(), v -> new ArrayList<>())
                .add(new Figure(load.rate(), cpuSeconds / load.requests()));
    }

    static String heading() {
        return "| server | variant | requests/s | to baseline | CPU for each | Jeton's part | share | in the rounds |\n"
                + "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    }

    /** A row for each variant: medians of the rounds; where two are compared, of what they differ by in each round. */
    String rows() {
        StringBuilder rows = new StringBuilder();
        for (Variant variant : variants.values()) {
            rows.append("| ").append(site).append(" | ").append(variant.name()).append(" | ");
            rows.append(variant.isBaseline() ? baseline(variant) : compared(variant));
            rows.append(" |\n");
        }
        return rows.toString();
    }

    private String baseline(Variant variant) {
        return format("%,.0f | 1.00 | %.1f µs | | |", rate(variant), cpu(variant) * MICROS);
    }

    private String compared(Variant variant) {
        List<Figure> with = figures(variant.name());
        List<Figure> without = figures(variant.baseline());
        List<Double> ratios = new ArrayList<>();
        List<Double> extras = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            double extra = with.get(i).cpu() - without.get(i).cpu();
            ratios.add(with.get(i).rate() / without.get(i).rate());
            extras.add(extra * MICROS);
            shares.add(100 * extra / with.get(i).cpu());
        }
        return format(
                "%,.0f | %.2f | %.1f µs | %.1f µs | %.1f %% | %.1f to %.1f %%",
                rate(variant),
                median(ratios),
                cpu(variant) * MICROS,
                median(extras),
                median(shares),
                shares.stream().reduce(Math::min).orElseThrow(),
                shares.stream().reduce(Math::max).orElseThrow());
    }

    private double rate(Variant variant) {
        return median(figures(variant.name()).stream().map(Figure::rate).toList());
    }

    private double cpu(Variant variant) {
        return median(figures(variant.name()).stream().map(Figure::cpu).toList());
    }

    private List<Figure> figures(String variant) {
        return figures.getOrDefault(variant, List.of());
    }

    /** Of an even number, the mean of the two in the middle. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
