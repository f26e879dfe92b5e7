package dev.jeton.spring.boot;

import dev.jeton.failure.SettingsException;
import dev.jeton.spring.JetonRoutes;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What holds for handlers that say nothing: {@code jeton.protect}. */
@AutoConfiguration
public final class JetonRoutesAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    JetonRoutes jetonRoutes(Environment environment) {
        String text = EnvironmentOptions.protect(environment);
        return switch (text) {
            case "annotated" -> JetonRoutes.defaults();
            case "all" -> JetonRoutes.defaults().protectAll();
            default ->
                throw new SettingsException(
                        "jeton.protect cannot be read: write `annotated` or `all`"
                                + " (which handlers want a token when they say nothing themselves)");
        };
    }
}
