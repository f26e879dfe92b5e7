package dev.jeton.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class KeySanitizerTest {
    private static final String KEY = "RPXOrE3sQ7Nu89EkSJNC6XrnRv2s20n9kxD275amiwY=";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JetonAutoConfiguration.class,
                    JetonActuatorAutoConfiguration.class,
                    EnvironmentEndpointAutoConfiguration.class))
            .withPropertyValues(
                    "management.endpoint.env.show-values=always",
                    "management.endpoints.web.exposure.include=env",
                    "management.endpoints.jmx.exposure.include=env");

    @Test
    @DisplayName("LOG-08: Actuator's env masks the key wherever it stands, and shows the rest")
    void masked() {
        runner.withPropertyValues("jeton.secret-key=${other.name}", "jeton.issuer=https://me")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "elsewhere",
                                Map.of(
                                        "other.name",
                                        "base64:" + KEY,
                                        "sun.java.command",
                                        "app.jar --jeton.secret-key=base64:" + KEY))))
                .run(context -> {
                    String shown = shown(context.getBean(EnvironmentEndpoint.class));
                    assertThat(shown).contains("jeton.secret-key", "******", "https://me");
                    assertThat(shown).doesNotContain(KEY);
                });
    }

    @Test
    @DisplayName("LOG-08: a key that was not used is masked by its name, in any spelling")
    void byName() {
        KeySanitizer sanitizer = new KeySanitizer(List.of());
        assertThat(Stream.of(
                        "jeton.secret-key",
                        "jeton.secretKey",
                        "JETON_SECRET_KEY",
                        "jeton.private_key",
                        "JETON_PRIVATEKEY"))
                .allSatisfy(name -> assertThat(value(sanitizer, name)).isEqualTo("******"));
        assertThat(Stream.of("jeton.key-id", "jeton.public-key", "my.secret"))
                .allSatisfy(name -> assertThat(value(sanitizer, name)).isEqualTo("canary"));
    }

    private static Object value(KeySanitizer sanitizer, String name) {
        return sanitizer.apply(new SanitizableData(null, name, "canary")).getValue();
    }

    /** Everything that the endpoint gives out, as text. */
    private static String shown(EnvironmentEndpoint endpoint) {
        StringBuilder text = new StringBuilder();
        endpoint.environment(null)
                .getPropertySources()
                .forEach(source -> source.getProperties()
                        .forEach((name, value) -> text.append(name)
                                .append('=')
                                .append(value.getValue())
                                .append('\n')));
        return text.toString();
    }
}
