package dev.jeton.spring.boot;

import dev.jeton.testkit.conformance.RawHttp;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that has been started on a free port with nothing but a key, and its client. */
final class Site implements AutoCloseable {
    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

    /** Takes Spring Security out, as far as Boot brings it in. */
    static final String WITHOUT_SECURITY = "spring.autoconfigure.exclude="
            + String.join(
                    ",",
                    SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
                    SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
                    SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
                    SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration",
                    SECURITY
                            + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
                    SECURITY + "UserDetailsServiceAutoConfiguration",
                    SECURITY + "ReactiveUserDetailsServiceAutoConfiguration",
                    JetonSecurityAutoConfiguration.class.getName(),
                    JetonReactiveSecurityAutoConfiguration.class.getName());

    final ConfigurableApplicationContext context;
    final RawHttp http;

    private Site(ConfigurableApplicationContext context) {
        this.context = context;
        this.http = client("local.server.port");
    }

    static Site start(WebApplicationType type, Class<?> application, String... properties) {
        return new Site(new SpringApplicationBuilder(application)
                .web(type)
                .properties("server.port=0", "jeton.secret-key=" + EnvironmentOptionsTest.SECRET)
                .properties(properties)
                .run());
    }

    /** A client of the port that this property tells. */
    RawHttp client(String property) {
        return new RawHttp(context.getEnvironment().getRequiredProperty(property, Integer.class));
    }

    /** The field that carries a token. */
    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    @Override
    public void close() {
        context.close();
    }
}
