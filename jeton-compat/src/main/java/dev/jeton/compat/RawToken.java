package dev.jeton.compat;

import dev.jeton.internal.Base64Url;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What PyJWT finds wrong with the text of a token, in its order and words. Nothing here is believed or accepted: the core has
 * refused the token already, and strictly.
 */
final class RawToken {
    private static final String NO_JSON = "not valid JSON";

    /** How a predecessor reads a token before its claims. */
    enum Reading {
        /** PyJWT 2, payload before the signature. */
        PAYLOAD_EARLY(true, true),
        /** PyJWT 1.7, payload before the signature, critical extensions ignored. */
        PAYLOAD_EARLY_WITHOUT_CRIT(true, false),
        /** PyJWT 2, payload after the signature. */
        PAYLOAD_LATE(false, true);

        private final boolean payloadEarly;
        private final boolean crit;

        Reading(boolean payloadEarly, boolean crit) {
            this.payloadEarly = payloadEarly;
            this.crit = crit;
        }
    }

    private final String text;
    private final Reading reading;

    RawToken(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    /**
     * The first thing wrong.
     *
     * @param algorithms the names of those that are accepted
     * @param payloadBad whether the payload may be the fault, the signature holding if there is one to check
     */
    String problem(Set<String> algorithms, boolean payloadBad) {
        String shape = shapeProblem();
        if (shape != null) {
            return shape;
        }
        Map<String, @Nullable Object> header = header().orElseThrow();
        String early = reading.crit
                ? first(parametersProblem(header), payloadProblem(reading.payloadEarly))
                : first(payloadProblem(reading.payloadEarly), kidProblem(header));
        String later = first(
                algorithmProblem(header, algorithms), payloadProblem(payloadBad && isVerifiable()));
        String problem = first(early, later);
        return problem == null ? "Signature verification failed" : problem;
    }

    /** What is wrong with the segments and the parameters of the header, or null. */
    @Nullable
    String headerProblem() {
        String shape = shapeProblem();
        if (shape != null) {
            return shape;
        }
        Map<String, @Nullable Object> header = header().orElseThrow();
        return reading.crit ? parametersProblem(header) : kidProblem(header);
    }

    /** The header, unverified, where it is a JSON object. */
    Optional<Map<String, @Nullable Object>> header() {
        return object(json(segment(0)));
    }

    private @Nullable String shapeProblem() {
        if (text.indexOf('.') == text.lastIndexOf('.')) {
            return "Not enough segments";
        }
        String header = segmentProblem("header", segment(0), true);
        if (header != null) {
            return header;
        }
        return first(
                segmentProblem("payload", segment(1), false),
                segmentProblem("crypto", segment(2), false));
    }

    private static @Nullable String segmentProblem(String name, String segment, boolean json) {
        if (LenientBase64.decode(segment) == null) {
            return "Invalid " + name + " padding";
        }
        return json ? jsonProblem(name, segment) : null;
    }

    private static @Nullable String jsonProblem(String name, String segment) {
        Optional<JsonText.Value> value = json(segment);
        if (value.isEmpty()) {
            return "Invalid " + name + " string: " + NO_JSON;
        }
        return object(value).isPresent()
                ? null
                : "Invalid " + name + " string: must be a json object";
    }

    private @Nullable String payloadProblem(boolean looked) {
        return looked ? jsonProblem("payload", segment(1)) : null;
    }

    private static @Nullable String kidProblem(Map<String, @Nullable Object> header) {
        return header.containsKey("kid") && !(header.get("kid") instanceof String)
                ? "Key ID header parameter must be a string"
                : null;
    }

    private static @Nullable String parametersProblem(Map<String, @Nullable Object> header) {
        String problem = first(kidProblem(header), critProblem(header));
        if (problem == null && Boolean.FALSE.equals(header.get("b64"))) {
            return "It is required that you pass in a value for the \"detached_payload\" argument to"
                    + " decode a message having the b64 header set to false.";
        }
        return problem;
    }

    private static @Nullable String critProblem(Map<String, @Nullable Object> header) {
        if (!header.containsKey("crit")) {
            return null;
        }
        if (!(header.get("crit") instanceof List<?> crit) || crit.isEmpty()) {
            return "Invalid 'crit' header: must be a non-empty list";
        }
        return crit.stream()
                .map(extension -> extensionProblem(extension, header))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> extensionProblem(
            @Nullable Object extension, Map<String, @Nullable Object> header) {
        if (!(extension instanceof String name)) {
            return Optional.of("Invalid 'crit' header: values must be strings");
        }
        if (!name.equals("b64")) {
            return Optional.of("Unsupported critical extension: " + name);
        }
        return header.containsKey(name)
                ? Optional.empty()
                : Optional.of("Critical extension 'b64' is missing from headers");
    }

    private @Nullable String algorithmProblem(
            Map<String, @Nullable Object> header, Set<String> algorithms) {
        if (reading.crit && !header.containsKey("alg")) {
            return "Algorithm not specified";
        }
        return header.get("alg") instanceof String name && algorithms.contains(name)
                ? null
                : "The specified alg value is not allowed";
    }

    /** Whether there was a signature to check: where the core could not read one, it did not hold. */
    private boolean isVerifiable() {
        return Base64Url.decode(segment(1)) != null && Base64Url.decode(segment(2)) != null;
    }

    /** The text before the first dot, between the first and the last, or behind the last. */
    private String segment(int number) {
        int first = text.indexOf('.');
        int last = text.lastIndexOf('.');
        return switch (number) {
            case 0 -> text.substring(0, first);
            case 1 -> text.substring(first + 1, last);
            default -> text.substring(last + 1);
        };
    }

    private static Optional<JsonText.Value> json(String segment) {
        return Optional.ofNullable(LenientBase64.decode(segment)).flatMap(JsonText::read);
    }

    @SuppressWarnings("unchecked") // the core's reader makes maps of nothing else
    private static Optional<Map<String, @Nullable Object>> object(Optional<JsonText.Value> value) {
        return value.map(JsonText.Value::value).filter(Map.class::isInstance).map(map ->
                (Map<String, @Nullable Object>) map);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
