package dev.jeton.benchmarks.report;

import java.util.Locale;

/** A drawing without a background of its own: its greys and colours can be read on white and on black. */
final class Svg {
    /** The colours of series: Jeton's first. */
    static final String[] COLOURS = {"#e8590c", "#4c7fd0", "#2f9e6e", "#9a6bd1"};

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;

    /** Where a text stands to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    void text(double x, double y, Anchor anchor, String text) {
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor.name().toLowerCase(Locale.ROOT),
                escaped(text)));
    }

    void heading(double x, double y, String text) {
        body.append(String.format(
                Locale.ROOT,
                "<text class=\"h\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                x,
                y,
                escaped(text)));
    }

    void bar(double x, double y, double w, double h, String colour) {
        body.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\" fill=\"%s\"/>%n",
                x,
                y,
                w,
                h,
                colour));
    }

    void grid(double x1, double y1, double x2, double y2) {
        body.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                x1,
                y1,
                x2,
                y2));
    }

    /** @param points {@code x,y} pairs */
    void curve(String points, String colour) {
        body.append(String.format(
                Locale.ROOT, "<polyline points=\"%s\" stroke=\"%s\"/>%n", points.strip(), colour));
    }

    void dot(double x, double y, String colour) {
        body.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                x,
                y,
                colour));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
                        width,
                        height,
                        width,
                        height)
                + "<title>" + escaped(title) + "</title>\n"
                + """
                <style>
                text { font: 12px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #6e7781; }
                text.h { font-size: 14px; font-weight: 600; }
                line { stroke: #8b949e; stroke-opacity: 0.35; }
                polyline { fill: none; stroke-width: 2; }
                @media (prefers-color-scheme: dark) { text { fill: #a5adb7; } }
                </style>
                """
                + body + "</svg>\n";
    }
}
