package dev.jeton.benchmarks.http;

import dev.jeton.Jeton;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.spring.JwtRequired;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.crypto.spec.SecretKeySpec;

/** The same Spring Boot application five times: open, with Jeton, with one that remembers, with Jeton and Spring Security, and with Spring Security's resource server. */
final class SpringSite {
    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

    private static final List<String> SECURITY_PARTS = List.of(
            SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
            SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
            SECURITY + "UserDetailsServiceAutoConfiguration",
            "dev.jeton.spring.boot.JetonSecurityAutoConfiguration");

    private static final List<String> JETON_PARTS = List.of(
            "dev.jeton.spring.boot.JetonAutoConfiguration",
            "dev.jeton.spring.boot.JetonMvcAutoConfiguration",
            "dev.jeton.spring.boot.JetonSecurityAutoConfiguration");

    private SpringSite() {}

    public static void main(String[] args) throws Exception {
        Site.announce(start(new Login()));
    }

    private static List<Variant> start(Login login) {
        String open = start(
                Open.class,
                null,
                Stream.concat(JETON_PARTS.stream(), SECURITY_PARTS.stream()).toList());
        String withJeton = start(WithJeton.class, login.jeton(), SECURITY_PARTS);
        String withMemory = start(WithJeton.class, login.remembering(), SECURITY_PARTS);
        String withBoth = start(WithJeton.class, login.jeton(), List.of());
        String resourceServer = start(ResourceServer.class, null, JETON_PARTS);
        List<Variant> variants = new ArrayList<>(login.variants(open, withJeton, withMemory));
        variants.add(login.compared("header, Spring Security", withBoth));
        variants.add(login.compared("resource server", resourceServer));
        return variants;
    }

    private static String start(Class<?> application, @Nullable Jeton jeton, List<String> leftOut) {
        return "http://127.0.0.1:"
                + new SpringApplicationBuilder(application)
                        .initializers((GenericApplicationContext context) -> {
                            if (jeton != null) {
                                context.registerBean(Jeton.class, () -> jeton);
                            }
                        })
                        .properties(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                // The default of 100 would measure connecting.
                                "server.tomcat.max-keep-alive-requests=-1",
                                "spring.main.banner-mode=off",
                                "logging.level.root=warn",
                                "spring.autoconfigure.exclude=" + String.join(",", leftOut))
                        .run()
                        .getEnvironment()
                        .getRequiredProperty("local.server.port");
    }

    /** Answers anybody. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class Open {
        @RequestMapping(path = "/orders", produces = MediaType.TEXT_PLAIN_VALUE)
        String orders() {
            return "nobody";
        }
    }

    /** Answers with the subject. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class WithJeton {
        @JwtRequired
        @RequestMapping(path = "/orders", produces = MediaType.TEXT_PLAIN_VALUE)
        String orders(VerifiedJwt jwt) {
            return jwt.subject();
        }
    }

    /** Answers with the subject, set up as Spring Security's documentation says for applications without sessions. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class ResourceServer {
        @RequestMapping(path = "/orders", produces = MediaType.TEXT_PLAIN_VALUE)
        @Nullable
        String orders(@AuthenticationPrincipal Jwt jwt) {
            return jwt.getSubject();
        }

        @Configuration(proxyBeanMethods = false)
        static class Security {
            @Bean
            SecurityFilterChain chain(HttpSecurity http) {
                return http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                        .sessionManagement(sessions ->
                                sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                        .build();
            }

            @Bean
            JwtDecoder decoder() {
                NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(new SecretKeySpec(
                                Login.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
                        .build();
                decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithIssuer(Login.ISSUER),
                        new JwtAudienceValidator(Login.AUDIENCE)));
                return decoder;
            }
        }
    }
}
