package dev.jeton.benchmarks.report;

import java.util.List;

/**
 * Lying bars, one group a label; shorter is better.
 *
 * @param series what each bar of a group is
 */
record BarChart(String title, List<String> series, List<Group> groups) {
    private static final int WIDTH = 760;
    private static final int LEFT = 96;
    private static final int RIGHT = 150;
    private static final int TOP = 46;
    private static final int BAR = 13;
    private static final int GAP = 8;
    private static final String[] OWN = {"#e8590c", "#f08c4a"};
    private static final String[] OTHERS = {"#4c7fd0", "#85a9e0"};

    /**
     * The bars of one label.
     *
     * @param own whether it is drawn in the colours of its own
     * @param values NaN for a bar that is not there
     * @param notes what stands behind each bar
     */
    record Group(String label, boolean own, List<Double> values, List<String> notes) {}

    String svg() {
        int group = BAR * series.size() + GAP;
        Svg svg = new Svg(WIDTH, TOP + group * groups.size() + GAP, title);
        svg.heading(0, 16, title);
        for (int i = 0; i < series.size(); i++) {
            svg.bar(LEFT + i * 110, 26, 10, 10, OTHERS[i % OTHERS.length]);
            svg.text(LEFT + i * 110 + 15, 35, Svg.Anchor.START, series.get(i));
        }
        double most = groups.stream()
                .flatMap(g -> g.values().stream())
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        for (int g = 0; g < groups.size(); g++) {
            draw(svg, groups.get(g), TOP + g * group, (WIDTH - LEFT - RIGHT) / most);
        }
        return svg.toString();
    }

    private static void draw(Svg svg, Group group, int top, double scale) {
        int count = group.values().size();
        svg.text(LEFT - 8, top + BAR * count / 2.0 + 4, Svg.Anchor.END, group.label());
        for (int i = 0; i < count; i++) {
            double value = group.values().get(i);
            if (!Double.isNaN(value)) {
                String[] colours = group.own() ? OWN : OTHERS;
                double y = top + i * BAR;
                svg.bar(LEFT, y, value * scale, BAR - 1, colours[i % colours.length]);
                svg.text(
                        LEFT + value * scale + 6,
                        y + BAR - 3,
                        Svg.Anchor.START,
                        group.notes().get(i));
            }
        }
    }
}
