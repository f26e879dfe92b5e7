package dev.jeton.spring.boot;

import dev.jeton.Jeton;
import dev.jeton.spring.JetonAuthorities;
import dev.jeton.spring.JetonSecurity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.BeanIds;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A filter chain for applications with Spring Security that have none of their own: tokens say who a request is from, handlers say
 * what they want, and Actuator's endpoints, but for {@code health}, want the role {@code actuator}. It stands in place of Boot's, which has
 * a login form and a generated password.
 */
@AutoConfiguration(
        after = JetonMvcAutoConfiguration.class,
        before = {
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({HttpSecurity.class, ServletWebSecurityAutoConfiguration.class})
@ConditionalOnBean(name = "jetonFilter")
@ConditionalOnMissingBean(SecurityFilterChain.class)
public final class JetonSecurityAutoConfiguration {
    @Bean
    SecurityFilterChain jetonSecurityFilterChain(
            HttpSecurity http,
            ObjectProvider<Jeton> jetons,
            ObjectProvider<JetonAuthorities> authorities) {
        JetonSecurity tokens = JetonSecurity.jeton();
        jetons.ifUnique(jeton -> tokens.by(jeton.name()));
        authorities.ifAvailable(tokens::authorities);
        return http.with(tokens)
                .authorizeHttpRequests(rules -> {
                    if (EndpointRules.isNeeded()) {
                        EndpointRules.add(rules);
                    }
                    rules.anyRequest().permitAll();
                })
                .build();
    }

    /** Nobody is known by a password here, so Boot need not make up a user. */
    @Bean
    @Conditional(NoUserInProperties.class)
    @ConditionalOnMissingBean({
        AuthenticationManager.class,
        AuthenticationManagerResolver.class,
        AuthenticationProvider.class,
        UserDetailsService.class
    })
    AuthenticationManager jetonAuthenticationManager() {
        return credentials -> {
            throw new ProviderNotFoundException(NoUserInProperties.MEND);
        };
    }

    /** As Boot does, also where Boot does not: in slices of tests. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(name = BeanIds.SPRING_SECURITY_FILTER_CHAIN)
    @EnableWebSecurity
    static class Enabled {}
}
