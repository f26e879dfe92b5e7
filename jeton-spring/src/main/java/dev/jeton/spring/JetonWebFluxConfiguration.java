package dev.jeton.spring;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.AbstractHandlerMethodMapping;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

import java.util.Collection;

/**
 * Protects the handlers of a Spring WebFlux application: import it beside {@code @EnableWebFlux}. Wants a bean of type {@link Jeton},
 * several, or a {@link JetonResolver}; heeds one of type {@link JetonRoutes}.
 */
@Configuration(proxyBeanMethods = false)
public class JetonWebFluxConfiguration {
    private final JetonResolver jetons;
    private final RouteRules rules;
    private final ApplicationContext context;
    private final WrittenTypes types;

    public JetonWebFluxConfiguration(
            ConfigurableApplicationContext context,
            ObjectProvider<JetonResolver> resolver,
            ObjectProvider<Jeton> all,
            ObjectProvider<JetonRoutes> routes) {
        this.context = context;
        this.types = new WrittenTypes(context.getBeanFactory());
        this.jetons =
                resolver.getIfAvailable(() -> JetonResolver.of(all.stream().toArray(Jeton[]::new)));
        this.rules = new RouteRules(
                types,
                new Statements(new Requirements(context)),
                routes.getIfAvailable(JetonRoutes::defaults));
    }

    @Bean
    JetonWebFilter jetonWebFilter(FluxAnswers answers) {
        return new JetonWebFilter(jetons, answers);
    }

    @Bean
    FluxAnswers jetonAnswers() {
        return new FluxAnswers();
    }

    @Bean
    FluxGuardAdapter jetonGuardAdapter() {
        return new FluxGuardAdapter(rules, context);
    }

    @Bean
    RouteCheck jetonRouteCheck() {
        return new RouteCheck(types, rules, jetons, this::handlers);
    }

    private Collection<HandlerMethod> handlers() {
        return context.getBeansOfType(AbstractHandlerMethodMapping.class).values().stream()
                .flatMap(mapping -> methods(mapping).stream())
                .toList();
    }

    private static Collection<HandlerMethod> methods(AbstractHandlerMethodMapping<?> mapping) {
        return mapping.getHandlerMethods().values();
    }

    @Bean
    WebFluxConfigurer jetonWebFluxConfigurer() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new FluxTokenArguments(new Parameters()));
            }
        };
    }
}
