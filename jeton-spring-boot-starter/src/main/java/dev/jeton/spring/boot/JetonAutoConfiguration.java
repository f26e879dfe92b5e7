package dev.jeton.spring.boot;

import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.ConfigurableEnvironment;

/** The application's {@link Jeton}, of its {@code jeton.*} properties and its beans. An own bean takes its place. */
@AutoConfiguration
public final class JetonAutoConfiguration {
    /** A new builder for each that asks, with the properties and the beans in it: for applications with several Jetons. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @ConditionalOnMissingBean
    JetonBuilder jetonBuilder(
            ConfigurableEnvironment environment,
            BeanFactory beans,
            ObjectProvider<JetonBuilderCustomizer> customizers) {
        JetonBuilder builder = Jeton.builder();
        new EnvironmentOptions(environment).applyTo(builder);
        new ApplicationBeans(beans).applyTo(builder);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    @Bean
    @ConditionalOnMissingBean
    Jeton jeton(JetonBuilder builder) {
        return builder.build();
    }
}
