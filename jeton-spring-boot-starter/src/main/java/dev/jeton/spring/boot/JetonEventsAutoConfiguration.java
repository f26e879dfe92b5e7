package dev.jeton.spring.boot;

import dev.jeton.JetonListener;
import dev.jeton.spring.JetonEventPublisher;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells what happens: as application events, and as counters where there is a meter registry. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
public final class JetonEventsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "jetonEventPublisher")
    JetonListener jetonEventPublisher(ApplicationEventPublisher events) {
        return new JetonEventPublisher(events);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class Counting {
        @Bean
        @ConditionalOnBean(MeterRegistry.class)
        @ConditionalOnMissingBean(name = "jetonCounters")
        JetonListener jetonCounters(MeterRegistry registry) {
            return new Counters(registry);
        }
    }
}
