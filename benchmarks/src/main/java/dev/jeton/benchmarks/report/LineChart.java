package dev.jeton.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Curves over labels that stand at equal distances.
 *
 * @param unit of the values
 * @param curves a value for each label, by the curve's name
 */
record LineChart(
        String title,
        String below,
        List<String> labels,
        String unit,
        Map<String, List<Double>> curves) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 280;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 56;
    private static final int BOTTOM = 44;
    private static final int STEPS = 4;

    String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.heading(0, 16, title);
        double most = roundedUp(curves.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1));
        axes(svg, most);
        int i = 0;
        for (Map.Entry<String, List<Double>> curve : curves.entrySet()) {
            String colour = Svg.COLOURS[i % Svg.COLOURS.length];
            svg.bar(LEFT + i * 120, 28, 10, 10, colour);
            svg.text(LEFT + i * 120 + 15, 37, Svg.Anchor.START, curve.getKey());
            draw(svg, curve.getValue(), most, colour);
            i++;
        }
        return svg.toString();
    }

    private void axes(Svg svg, double most) {
        for (int step = 0; step <= STEPS; step++) {
            double value = most * step / STEPS;
            svg.grid(LEFT, y(value, most), WIDTH - RIGHT, y(value, most));
            svg.text(LEFT - 8, y(value, most) + 4, Svg.Anchor.END, number(value, most));
        }
        svg.text(LEFT - 8, TOP - 10, Svg.Anchor.END, unit);
        for (int i = 0; i < labels.size(); i++) {
            svg.text(x(i), HEIGHT - BOTTOM + 18, Svg.Anchor.MIDDLE, labels.get(i));
        }
        svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, Svg.Anchor.MIDDLE, below);
    }

    private void draw(Svg svg, List<Double> values, double most, String colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i), y(values.get(i), most)));
            svg.dot(x(i), y(values.get(i), most), colour);
        }
        svg.curve(points.toString(), colour);
    }

    private double x(int i) {
        double room = WIDTH - RIGHT - LEFT;
        return LEFT + room * (i + 0.5) / labels.size();
    }

    private static double y(double value, double most) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / most;
    }

    private static String number(double value, double most) {
        return String.format(Locale.ROOT, most < 2 * STEPS ? "%.1f" : "%,.0f", value);
    }

    /** The next of 1, 2, 4, 6, 8 times a power of ten, so that the steps are round. */
    private static double roundedUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 4, 6, 8}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
