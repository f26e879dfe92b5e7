package dev.jeton.spring.test;

import dev.jeton.Jeton;
import dev.jeton.jose.KeySource;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

/** A random {@code jeton.secret-key} for an application that has no key in its tests: it goes after all other sources. */
record TestKey(ConfigurableEnvironment environment) implements BeanFactoryPostProcessor {
    /** As many as the longest hash wants. */
    private static final int BYTES = 64;

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!hasKey() && isNone(Jeton.class, beans) && isNone(KeySource.class, beans)) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "jetonTestKey",
                            Map.of("jeton.secret-key", "hex:" + HexFormat.of().formatHex(key))));
        }
    }

    private boolean hasKey() {
        Binder binder = Binder.get(environment);
        return Stream.of("jeton.secret-key", "jeton.private-key", "jeton.public-key")
                .anyMatch(name -> binder.bind(name, String.class).isBound());
    }

    /** Whether the application declares no bean of this type itself. */
    private static boolean isNone(Class<?> type, ConfigurableListableBeanFactory beans) {
        return Stream.of(beans.getBeanNamesForType(type, true, false))
                .noneMatch(name -> !isConfigured(name, beans));
    }

    private static boolean isConfigured(String name, ConfigurableListableBeanFactory beans) {
        String factory = beans.getBeanDefinition(name).getFactoryBeanName();
        return factory != null && factory.startsWith("dev.jeton.spring.boot.");
    }
}
