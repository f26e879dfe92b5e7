package dev.jeton.spring.boot;

import dev.jeton.JetonBuilder;

/** A bean that says what properties cannot; asked after properties and other beans, in the order of {@code @Order}. */
@FunctionalInterface
public interface JetonBuilderCustomizer {
    void customize(JetonBuilder builder);
}
