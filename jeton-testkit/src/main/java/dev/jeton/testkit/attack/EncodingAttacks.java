package dev.jeton.testkit.attack;

import dev.jeton.testkit.TokenForge.Part;

import java.util.List;
import java.util.function.UnaryOperator;

/** Other texts of a good token: ENC-01 to ENC-10, ENC-17. Where it can, the MAC covers the altered text. */
final class EncodingAttacks {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Target target;
    private final Attacks attacks;

    EncodingAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        spareBits();
        padding();
        alphabet();
        foreign();
        lengths();
        segments();
        serializations();
        wrapped();
    }

    /** The change is made to header, payload and signature in turn; the MAC is worked out over the first two as changed. */
    private void everywhere(String row, String label, UnaryOperator<String> change) {
        for (Part part : Part.values()) {
            attacks.refused(row, label + " in the " + name(part), () -> altered(part, change));
        }
    }

    private static String name(Part part) {
        return switch (part) {
            case HEADER -> "header";
            case PAYLOAD -> "payload";
            case SIGNATURE -> "signature";
        };
    }

    private String altered(Part part, UnaryOperator<String> change) {
        String header = Target.base64(Target.header("HS256", "hs").json());
        String payload = Target.base64(target.claims().json());
        return switch (part) {
            case HEADER -> target.macOver(change.apply(header), payload);
            case PAYLOAD -> target.macOver(header, change.apply(payload));
            case SIGNATURE -> {
                String good = target.macOver(header, payload);
                int signature = good.lastIndexOf('.') + 1;
                yield good.substring(0, signature) + change.apply(good.substring(signature));
            }
        };
    }

    /** Header and payload are filled up with blanks until their last character has spare bits. */
    private void spareBits() {
        for (int blanks = 0; blanks < 3; blanks++) {
            String header = Target.header("HS256", "hs").json() + " ".repeat(blanks);
            String payload = target.claims().json() + " ".repeat(blanks);
            String goodHeader = Target.base64(Target.header("HS256", "hs").json());
            String goodPayload = Target.base64(target.claims().json());
            if (header.length() % 3 != 0) {
                for (int bits = 1; bits < (header.length() % 3 == 1 ? 16 : 4); bits++) {
                    int set = bits;
                    attacks.refused(
                            "ENC-01",
                            "spare bits " + bits + " in a header of " + header.length() + " bytes",
                            () -> target.macOver(spare(Target.base64(header), set), goodPayload));
                }
            }
            if (payload.length() % 3 != 0) {
                attacks.refused(
                        "ENC-01",
                        "a spare bit in a payload of " + payload.length() + " bytes",
                        () -> target.macOver(goodHeader, spare(Target.base64(payload), 1)));
            }
        }
        for (int bits = 1; bits < 4; bits++) {
            int set = bits;
            attacks.refused(
                    "ENC-01",
                    "spare bits " + bits + " in the signature",
                    () -> altered(Part.SIGNATURE, text -> spare(text, set)));
        }
    }

    private static String spare(String text, int bits) {
        int last = text.length() - 1;
        return text.substring(0, last)
                + ALPHABET.charAt(ALPHABET.indexOf(text.charAt(last)) | bits);
    }

    private void padding() {
        for (String padding : List.of("=", "==", "===")) {
            everywhere("ENC-02", padding, text -> text + padding);
        }
    }

    private void alphabet() {
        everywhere("ENC-03", "+ in place of a character", text -> "+" + text.substring(1));
        everywhere("ENC-03", "/ in place of a character", text -> "/" + text.substring(1));
        everywhere("ENC-03", "+ at the end", text -> text + "+");
        attacks.refused(
                "ENC-03",
                "a payload that needs - and _, in the other alphabet",
                () -> target.macOver(
                        Target.base64(Target.header("HS256", "hs").json()),
                        Target.base64(target.claims().text("x", "???>>>~~~").json())
                                .replace('-', '+')
                                .replace('_', '/')));
    }

    private void foreign() {
        for (String blank : List.of(" ", "\t", "\n", "\r", "\r\n")) {
            String name = escaped(blank);
            everywhere("ENC-04", name + " in front", text -> blank + text);
            everywhere(
                    "ENC-04",
                    name + " inside",
                    text -> text.substring(0, 4) + blank + text.substring(4));
            everywhere("ENC-04", name + " behind", text -> text + blank);
        }
        for (String other : List.of("?", "#", "%", "~", ":", ",", ";", "!", "*", "\"", "\\")) {
            everywhere(
                    "ENC-05",
                    other + " inserted",
                    text -> text.substring(0, 4) + other + text.substring(4));
            everywhere(
                    "ENC-05",
                    other + " in place",
                    text -> text.substring(0, 3) + other + text.substring(4));
            everywhere("ENC-05", other + " behind", text -> text + other);
        }
        for (String nul : List.of("\u0000", "%00", "\\u0000")) {
            String name = escaped(nul);
            everywhere("ENC-07", name + " in front", text -> nul + text);
            everywhere(
                    "ENC-07",
                    name + " inside",
                    text -> text.substring(0, 4) + nul + text.substring(4));
            everywhere("ENC-07", name + " behind", text -> text + nul);
        }
        for (String beyond :
                List.of("\u00e9", "\u0130", "\u0441", "\uff21", "\ud83d\ude00", "\ud800")) {
            everywhere(
                    "ENC-08",
                    escaped(beyond) + " inside",
                    text -> text.substring(0, 4) + beyond + text.substring(4));
            everywhere(
                    "ENC-08",
                    escaped(beyond) + " in place",
                    text -> text.substring(0, 3) + beyond + text.substring(4));
        }
        for (String dot : List.of("\uff0e", "\u3002", "\u2024", "\u00b7", "\u0701")) {
            attacks.refused(
                    "ENC-08",
                    escaped(dot) + " for the dots",
                    () -> target.good().changed(text -> text.replace(".", dot)).compact());
            attacks.refused(
                    "ENC-08",
                    escaped(dot) + " for the first dot",
                    () -> target.good()
                            .changed(text -> text.replaceFirst("\\.", dot))
                            .compact());
        }
        attacks.refused(
                "ENC-08",
                "a character whose low byte is the right one",
                () -> target.good()
                        .changed(text -> (char) (text.charAt(0) + 0x100) + text.substring(1))
                        .compact());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(
                    c > ' ' && c < 0x7f ? String.valueOf(c) : String.format("U+%04X", (int) c));
        }
        return escaped.toString();
    }

    private void lengths() {
        everywhere(
                "ENC-06",
                "a length of 1 modulo 4",
                text -> text.substring(0, text.length() / 4 * 4 - 3));
        everywhere("ENC-06", "a single character", text -> "A");
    }

    private void segments() {
        for (String more : List.of("", "AAAA", ".")) {
            attacks.refused(
                    "ENC-09",
                    "a fourth segment '" + more + "'",
                    () -> target.good().extraSegment(more).compact());
        }
        attacks.refused(
                "ENC-09",
                "a dot in front",
                () -> target.good().changed(text -> "." + text).compact());
        attacks.refused(
                "ENC-09",
                "two dots in the middle",
                () -> target.good()
                        .changed(text -> text.replaceFirst("\\.", ".."))
                        .compact());
        attacks.refused(
                "ENC-09",
                "the token twice",
                () -> target.good().changed(text -> text + "." + text).compact());
    }

    private void serializations() {
        String flattened = "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}";
        String general =
                "{\"payload\":\"%2$s\",\"signatures\":[{\"protected\":\"%1$s\",\"signature\":\"%3$s\"}]}";
        String hidden =
                "{\".%1$s.%2$s.%3$s\":0,\"protected\":\"%1$s\",\"payload\":\"%2$s\",\"signature\":\"%3$s\"}";
        for (String form : List.of(flattened, general, hidden)) {
            attacks.refused("ENC-10", form.replaceAll("%(\\d\\$)?s", "").replace('"', '\''), () -> {
                Object[] parts = target.good().compact().split("\\.");
                return form.formatted(parts);
            });
        }
    }

    private void wrapped() {
        wrapped("in quotes", token -> '"' + token + '"');
        wrapped("in apostrophes", token -> "'" + token + "'");
        wrapped("with %2E for dots", token -> token.replace(".", "%2E"));
        wrapped("after Bearer%20", token -> "Bearer%20" + token);
        wrapped("as base64 of base64", token -> Target.base64(token));
        wrapped("in angle brackets", token -> "<" + token + ">");
        wrapped("as a parameter", token -> "token=" + token);
    }

    private void wrapped(String label, UnaryOperator<String> change) {
        attacks.refused(
                "ENC-17",
                "a good token " + label,
                () -> target.good().changed(change).compact());
    }
}
