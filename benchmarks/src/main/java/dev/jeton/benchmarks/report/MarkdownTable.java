package dev.jeton.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of cells; all columns but the first are numbers. */
final class MarkdownTable {
    private static final double MICRO = 1_000;
    private static final double TEN_MICROS = 10_000;

    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(List<String> heading) {
        rows.add(heading);
    }

    void add(List<String> row) {
        rows.add(row);
    }

    /** {@code 1,014 ns}, {@code 33.1 µs}. */
    static String time(double nanos) {
        return nanos < TEN_MICROS
                ? String.format(Locale.ROOT, "%,.0f ns", nanos)
                : String.format(Locale.ROOT, "%,.1f µs", nanos / MICRO);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
    }

    static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
            if (row == rows.get(0)) {
                text.append("| --- |").append(" ---: |".repeat(row.size() - 1)).append('\n');
            }
        }
        return text.toString();
    }
}
