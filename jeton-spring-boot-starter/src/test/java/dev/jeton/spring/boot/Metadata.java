package dev.jeton.spring.boot;

import dev.jeton.JetonOption;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.web.Location;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What IDEs complete {@code jeton.*} from, made of the options themselves. */
final class Metadata {
    private final List<JetonOption> options = Stream.concat(
                    JetonOption.all().stream(), EnvironmentOptions.OWN.stream())
            .toList();

    /** The text of {@code META-INF/spring-configuration-metadata.json}. */
    String text() {
        return "{\n  \"groups\": [\n    {\"name\": \"jeton\"}\n  ],\n  \"properties\": [\n"
                + options.stream().map(Metadata::property).collect(Collectors.joining(",\n"))
                + "\n  ],\n  \"hints\": [\n"
                + String.join(",\n", hints())
                + "\n  ]\n}\n";
    }

    private static String property(JetonOption option) {
        String type = option.type() == List.class
                ? "java.util.List<java.lang.String>"
                : option.type().getName();
        List<String> members = new ArrayList<>(List.of(
                member("name", quoted(option.name())),
                member("type", quoted(type)),
                member("description", quoted(sentence(option.meaning())))));
        if (!option.standard().isEmpty()) {
            members.add(member("defaultValue", standard(option)));
        }
        return "    {\n" + String.join(",\n", members) + "\n    }";
    }

    private static String standard(JetonOption option) {
        if (option.type() == Boolean.class) {
            return option.standard();
        }
        return option.type() == List.class
                ? Stream.of(option.standard().split(","))
                        .map(Metadata::quoted)
                        .collect(Collectors.joining(", ", "[", "]"))
                : quoted(option.standard());
    }

    private static List<String> hints() {
        return List.of(
                hint(
                        "jeton.algorithm",
                        Stream.of(JwsAlgorithm.values()).map(JwsAlgorithm::jwsName)),
                hint(
                        "jeton.locations",
                        Stream.of(Location.values())
                                .map(place -> place.name().toLowerCase(Locale.ROOT))),
                hint("jeton.protect", Stream.of("annotated", "all")),
                hint("jeton.cookie-same-site", Stream.of("Strict", "Lax", "None")),
                hint("jeton.cookie-persistence", Stream.of("token-life", "session")));
    }

    private static String hint(String name, Stream<String> values) {
        return "    {\"name\": " + quoted(name) + ", \"values\": ["
                + values.map(value -> "{\"value\": " + quoted(value) + "}")
                        .collect(Collectors.joining(", "))
                + "], \"providers\": [{\"name\": \"any\"}]}";
    }

    private static String member(String name, String value) {
        return "      " + quoted(name) + ": " + value;
    }

    private static String sentence(String meaning) {
        String plain = meaning.replace("`", "");
        return meaning.startsWith("`")
                ? plain + "."
                : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1) + ".";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
