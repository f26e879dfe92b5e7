package dev.jeton.spring.boot;

import dev.jeton.JetonBuilder;
import dev.jeton.JetonOption;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The {@code jeton.*} properties of an application, found by Spring Boot's rules (relaxed names, placeholders, order of sources)
 * and read by Jeton's own: it knows their texts and tells all problems at once.
 */
record EnvironmentOptions(ConfigurableEnvironment environment) {
    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("jeton");

    /** Of jeton-testkit, which reads system properties. */
    private static final ConfigurationPropertyName TESTKIT =
            ConfigurationPropertyName.of("jeton.conformance");

    private static final String VARIABLE_PREFIX = "JETON_";

    /** What the starter reads itself. */
    static final List<JetonOption> OWN = List.of(new JetonOption(
            "jeton.protect",
            "annotated",
            "which handlers want a token when they say nothing themselves: none, or `all`",
            String.class));

    /** The text of {@code jeton.protect}. */
    static String protect(Environment environment) {
        JetonOption option = OWN.get(0);
        return Binder.get(environment).bind(option.name(), String.class).orElse(option.standard());
    }

    void applyTo(JetonBuilder builder) {
        Map<String, String> texts = new TreeMap<>();
        for (JetonOption option : JetonOption.all()) {
            text(option).ifPresent(text -> texts.put(option.name(), text));
        }
        unknownNames().forEach(name -> texts.put(name, ""));
        builder.options(texts).environment(unknownVariables());
    }

    private Optional<String> text(JetonOption option) {
        Binder binder = Binder.get(environment);
        return option.type() == List.class
                ? Optional.ofNullable(binder.bind(option.name(), Bindable.listOf(String.class))
                        .map(list -> String.join(",", list))
                        .orElse(null))
                : Optional.ofNullable(
                        binder.bind(option.name(), Bindable.of(String.class)).orElse(null));
    }

    /** A mistyped name would leave its default in place without a word. Variables are apart: they may be somebody else's. */
    private Stream<String> unknownNames() {
        return sources(source -> !isVariables(source))
                .flatMap(source -> source instanceof IterableConfigurationPropertySource names
                        ? names.stream()
                        : Stream.empty())
                .filter(name -> PREFIX.isAncestorOf(name) && !TESTKIT.isAncestorOf(name))
                .filter(name -> options().noneMatch(option -> is(option, name)))
                .map(ConfigurationPropertyName::toString);
    }

    /** Variables that no option has; the builder warns of those that nearly are one. */
    private Map<String, String> unknownVariables() {
        Map<String, String> unknown = new TreeMap<>();
        sources(EnvironmentOptions::isVariables)
                .map(source -> (SystemEnvironmentPropertySource) source.getUnderlyingSource())
                .flatMap(source -> Stream.of(source.getPropertyNames()))
                .filter(name -> name.startsWith(VARIABLE_PREFIX))
                .filter(name -> options().noneMatch(option -> variable(option).equals(name)))
                .forEach(name -> unknown.put(name, ""));
        return unknown;
    }

    private Stream<ConfigurationPropertySource> sources(
            Predicate<ConfigurationPropertySource> wanted) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(wanted);
    }

    private static boolean isVariables(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
    }

    private static Stream<JetonOption> options() {
        return Stream.concat(JetonOption.all().stream(), OWN.stream());
    }

    /** Whether this is the option's name in any of Boot's spellings, or an element of its list. */
    private static boolean is(JetonOption option, ConfigurationPropertyName name) {
        ConfigurationPropertyName known = ConfigurationPropertyName.of(option.name());
        return known.equals(name)
                || option.type() == List.class
                        && name.isLastElementIndexed()
                        && known.isParentOf(name);
    }

    private static String variable(JetonOption option) {
        return option.name().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
