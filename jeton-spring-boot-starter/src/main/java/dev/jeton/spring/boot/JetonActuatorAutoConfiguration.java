package dev.jeton.spring.boot;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** Keeps keys out of Actuator's {@code env} and {@code configprops}, also where these show values. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class JetonActuatorAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "jetonKeySanitizer")
    SanitizingFunction jetonKeySanitizer(ConfigurableEnvironment environment) {
        return KeySanitizer.of(environment);
    }
}
