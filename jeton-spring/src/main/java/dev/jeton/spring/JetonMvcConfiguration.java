package dev.jeton.spring;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;

import java.util.Collection;
import java.util.List;

/**
 * Protects the handlers of a Spring MVC application: import it beside {@code @EnableWebMvc}. Wants a bean of type {@link Jeton}, several,
 * or a {@link JetonResolver}; heeds one of type {@link JetonRoutes}. The bean {@code jetonFilter} goes before the filters that
 * answer by themselves, in every dispatch.
 */
@Configuration(proxyBeanMethods = false)
public class JetonMvcConfiguration {
    private final JetonResolver jetons;
    private final RouteRules rules;
    private final ApplicationContext context;
    private final WrittenTypes types;

    public JetonMvcConfiguration(
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
    JetonFilter jetonFilter() {
        return new JetonFilter(jetons);
    }

    @Bean
    GuardAdapter jetonGuardAdapter() {
        return new GuardAdapter(new MvcGuard(rules), context);
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
    WebMvcConfigurer jetonMvcConfigurer() {
        MvcGuard guard = new MvcGuard(rules);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(guard).order(Ordered.HIGHEST_PRECEDENCE);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new TokenArguments(new Parameters()));
            }
        };
    }
}
