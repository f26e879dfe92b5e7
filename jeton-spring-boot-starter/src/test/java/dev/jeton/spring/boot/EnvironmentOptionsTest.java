package dev.jeton.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.failure.SettingsException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class EnvironmentOptionsTest {
    static final String SECRET = "base64:RPXOrE3sQ7Nu89EkSJNC6XrnRv2s20n9kxD275amiwY=";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JetonAutoConfiguration.class));

    @Test
    @DisplayName("Nothing is needed but the key")
    void keyOnly() {
        runner.withPropertyValues("jeton.secret-key=" + SECRET)
                .run(context -> assertThat(context.getBean(Jeton.class).report())
                        .isEqualTo(Jeton.withSecret(SECRET).report()));
    }

    @Test
    @DisplayName("Names may be spelled in Boot's ways, and values have placeholders")
    void relaxed() {
        runner.withPropertyValues(
                        "jeton.secretKey=${my.key}",
                        "my.key=" + SECRET,
                        "jeton.ACCESS_TOKEN_LIFETIME=5m",
                        "jeton.locations[0]=headers",
                        "jeton.locations[1]=cookies")
                .run(context -> assertThat(context.getBean(Jeton.class).report())
                        .contains("access 5m", "Bearer), cookies"));
    }

    @Test
    @DisplayName("A YAML file gives lists, numbers and flags")
    void yaml() {
        String text = "jeton:\n  secret-key: " + SECRET
                + "\n  locations: [headers, cookies]\n  clock-skew: 30\n  csrf-form: true\n";
        runner.withInitializer(context -> addYaml(context, text))
                .run(context -> assertThat(context.getBean(Jeton.class).report())
                        .contains("Bearer), cookies", "clock skew 30s", "form field csrf_token"));
    }

    @Test
    @DisplayName("Variables of the environment are options, and stronger than files")
    void variables() {
        runner.withInitializer(context -> addVariables(
                        context,
                        Map.of("JETON_SECRET_KEY", SECRET, "JETON_ACCESS_TOKEN_LIFETIME", "7m")))
                .withInitializer(context -> addYaml(context, "jeton.access-token-lifetime: 5m"))
                .run(context ->
                        assertThat(context.getBean(Jeton.class).report()).contains("access 7m"));
    }

    @Test
    @DisplayName("CFG-08: an unknown property stops the start, and the nearest name is told")
    void unknown() {
        runner.withPropertyValues("jeton.secret-key=" + SECRET, "jeton.acces-token-lifetime=5m")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContaining("there is no option jeton.acces-token-lifetime")
                        .hasMessageContaining("jeton.access-token-lifetime?"));
    }

    @Test
    @DisplayName("CFG-08: what stands below an option is unknown too")
    void below() {
        runner.withPropertyValues("jeton.secret-key=" + SECRET, "jeton.issuer[0]=me")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContaining("jeton.issuer"));
    }

    @Test
    @DisplayName(
            "An unknown variable may be somebody else's: one that is nearly an option's is reported")
    void unknownVariable() {
        runner.withInitializer(context -> addVariables(
                        context,
                        Map.of(
                                "JETON_SECRET_KEY",
                                SECRET,
                                "JETON_HOME",
                                "/srv",
                                "JETON_LOCATION",
                                "cookies")))
                .run(context -> assertThat(context.getBean(Jeton.class).report())
                        .contains("JETON_LOCATION is not read: did you mean JETON_LOCATIONS?")
                        .doesNotContain("JETON_HOME"));
    }

    @Test
    @DisplayName("All problems are told at once")
    void problems() {
        runner.withPropertyValues("jeton.locations=somewhere", "jeton.clock-skew=1h")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("jeton.locations cannot be read")
                        .hasMessageContaining("clock-skew lies between")
                        .hasMessageContaining("there is no key"));
    }

    private static void addVariables(
            ConfigurableApplicationContext context, Map<String, Object> variables) {
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        sources.replace(name, new SystemEnvironmentPropertySource(name, variables));
    }

    private static void addYaml(ConfigurableApplicationContext context, String text) {
        try {
            new YamlPropertySourceLoader()
                    .load(
                            "application",
                            new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
                    .forEach(context.getEnvironment().getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
