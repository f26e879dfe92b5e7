package dev.jeton.spring.boot;

import static dev.jeton.spring.boot.Site.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.spring.JetonAuthentication;
import dev.jeton.spring.JetonAuthorities;
import dev.jeton.spring.JwtRequired;
import dev.jeton.testkit.conformance.RawHttp;
import dev.jeton.testkit.conformance.RawHttp.Reply;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

/** With Spring Security on the classpath, and no filter chain of the application's own. */
class DefaultChainTest {
    @RestController
    static class Routes {
        @GetMapping("/office")
        @PreAuthorize("hasRole('admin')")
        Mono<String> office() {
            return Mono.just("office");
        }

        @GetMapping("/reports")
        @JwtRequired
        @PreAuthorize("hasAuthority('SCOPE_reports')")
        Mono<String> reports(Authentication bearer) {
            return Mono.just(bearer instanceof JetonAuthentication ? bearer.getName() : "nobody");
        }

        @PostMapping("/change")
        @JwtRequired
        Mono<String> change() {
            return Mono.just("changed");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableMethodSecurity
    @Import(Routes.class)
    static class Servlets {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableReactiveMethodSecurity
    @Import(Routes.class)
    static class Reactive {}

    /** Authorities of another kind. */
    @Configuration(proxyBeanMethods = false)
    static class Everyone {
        @Bean
        JetonAuthorities authorities() {
            return jwt -> AuthorityUtils.createAuthorityList("ROLE_admin");
        }
    }

    @Import({Servlets.class, Everyone.class})
    static class ServletsOfEveryone {}

    @Import({Reactive.class, Everyone.class})
    static class ReactiveOfEveryone {}

    private static Class<?> either(WebApplicationType type, Class<?> servlets, Class<?> reactive) {
        return type == WebApplicationType.SERVLET ? servlets : reactive;
    }

    private static Site start(WebApplicationType type, String... properties) {
        return Site.start(type, either(type, Servlets.class, Reactive.class), properties);
    }

    private static String of(Site site, String role, String scope) {
        return bearer(site.context
                .getBean(Jeton.class)
                .createAccessToken("ada", token -> token.roles(role).scopes(scope)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName("@PreAuthorize knows roles and scopes of tokens, and refuses in Jeton's form")
    void preAuthorize(WebApplicationType type) throws Exception {
        try (Site site = start(type)) {
            assertThat(site.http.get("/office").body()).contains("token_missing");
            assertThat(site.http.get("/office", of(site, "user", "reports")).body())
                    .contains("\"code\":\"refused\"");
            assertThat(site.http.get("/office", of(site, "admin", "none")).body())
                    .isEqualTo("office");
            assertThat(site.http.get("/reports", of(site, "user", "reports")).body())
                    .isEqualTo("ada");
            assertThat(site.http.get("/reports", of(site, "admin", "none")).status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName("A bean of JetonAuthorities gives the authorities")
    void authorities(WebApplicationType type) throws Exception {
        try (Site site = Site.start(
                type, either(type, ServletsOfEveryone.class, ReactiveOfEveryone.class))) {
            assertThat(site.http.get("/office", of(site, "user", "none")).body())
                    .isEqualTo("office");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName(
            "A cookie wants its CSRF value, a header wants none, and Spring's own protection none at all")
    void csrf(WebApplicationType type) throws Exception {
        try (Site site = start(type, "jeton.locations=headers,cookies")) {
            Jeton jeton = site.context.getBean(Jeton.class);
            Tokens tokens = jeton.login("ada");
            String cookie = "Cookie: " + jeton.cookies().names().get(0) + "=" + tokens.access();
            assertThat(site.http.post("/change", "", cookie).body()).contains("csrf_missing");
            String value = "X-CSRF-TOKEN: " + tokens.csrf().orElseThrow();
            assertThat(site.http.post("/change", "", cookie, value).body()).isEqualTo("changed");
            assertThat(site.http.post("/change", "", bearer(tokens.access())).body())
                    .isEqualTo("changed");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName("Actuator's endpoints want the role actuator, but for health")
    void endpoints(WebApplicationType type) throws Exception {
        try (Site site = start(type, "management.endpoints.web.exposure.include=*")) {
            assertThat(site.http.get("/actuator/health").status()).isEqualTo(200);
            checkEndpoints(site, site.http);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName("On a port of their own Actuator's endpoints want it too")
    void managementPort(WebApplicationType type) throws Exception {
        try (Site site = start(
                type,
                "management.endpoints.web.exposure.include=*",
                "management.server.port=0",
                ONE_SERVER)) {
            RawHttp management = site.client("local.management.port");
            assertThat(management.get("/actuator/health").status()).isEqualTo(200);
            checkEndpoints(site, management);
        }
    }

    /** Both servers are on the classpath here, and Boot takes either for the second port. */
    private static final String ONE_SERVER =
            "spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration";

    private static void checkEndpoints(Site site, RawHttp http) throws Exception {
        for (String path : new String[] {"/actuator", "/actuator/beans", "/actuator/env"}) {
            Reply missing = http.get(path);
            assertThat(missing.status()).as(path).isEqualTo(401);
            assertThat(missing.body()).as(path).contains("token_missing");
            assertThat(http.get(path, of(site, "user", "actuator")).status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(http.get(path, of(site, "actuator", "none")).status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Routes.class)
    static class Own {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.httpBasic(Customizer.withDefaults())
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager();
        }
    }

    @Test
    @DisplayName("A filter chain of the application's own is the only one")
    void ownChain() throws Exception {
        try (Site site = Site.start(WebApplicationType.SERVLET, Own.class)) {
            assertThat(site.context.getBeansOfType(SecurityFilterChain.class))
                    .containsOnlyKeys("chain");
            assertThat(site.http
                            .get("/office", of(site, "admin", "none"))
                            .values("WWW-Authenticate"))
                    .containsExactly("Basic realm=\"Realm\", charset=\"UTF-8\"");
        }
    }

    @Test
    @DisplayName(
            "Users of the application's own, and Boot's where properties ask for it, stay as they are")
    void ownUsers() {
        try (Site site = start(WebApplicationType.SERVLET, "spring.security.user.password=x")) {
            assertThat(site.context.getBeansOfType(UserDetailsService.class)).hasSize(1);
            assertThat(site.context.getBeansOfType(AuthenticationManager.class)).isEmpty();
        }
        try (Site site = Site.start(WebApplicationType.SERVLET, Own.class)) {
            assertThat(site.context.getBeansOfType(AuthenticationManager.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    @DisplayName(
            "Where Boot's own configuration of Spring Security is excluded, the chain stands all the same")
    void withoutBootsOwn(WebApplicationType type) throws Exception {
        String excluded = "org.springframework.boot.security.autoconfigure.web."
                + (type == WebApplicationType.SERVLET
                        ? "servlet.ServletWebSecurityAutoConfiguration"
                        : "reactive.ReactiveWebSecurityAutoConfiguration");
        try (Site site = start(type, "spring.autoconfigure.exclude=" + excluded)) {
            assertThat(site.http.get("/office", of(site, "user", "none")).status())
                    .isEqualTo(403);
            assertThat(site.http.get("/office", of(site, "admin", "none")).body())
                    .isEqualTo("office");
        }
    }

    @Test
    @DisplayName("A Jeton of another name is asked by that name")
    void otherName() throws Exception {
        try (Site site =
                Site.start(WebApplicationType.SERVLET, Office.class, "jeton.name=office")) {
            assertThat(site.http.get("/desk", of(site, "admin", "none")).body()).isEqualTo("desk");
        }
    }

    @RestController
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableMethodSecurity
    static class Office {
        @GetMapping("/desk")
        @PreAuthorize("hasRole('admin')")
        public String desk() {
            return "desk";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {}

    @Test
    @DisplayName("Without the classes of Spring Security there is no chain, and nothing misses it")
    void absent() {
        FilteredClassLoader classes = new FilteredClassLoader("org.springframework.security");
        new WebApplicationContextRunner()
                .withClassLoader(classes)
                .withPropertyValues("jeton.secret-key=" + EnvironmentOptionsTest.SECRET)
                .withUserConfiguration(Plain.class)
                .run(context -> assertThat(context).hasNotFailed().hasBean("jetonFilter"));
        new ReactiveWebApplicationContextRunner()
                .withClassLoader(classes)
                .withPropertyValues("jeton.secret-key=" + EnvironmentOptionsTest.SECRET)
                .withUserConfiguration(Plain.class)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasBean("jetonWebFilter")
                        .doesNotHaveBean(SecurityWebFilterChain.class));
    }
}
