package dev.jeton.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.spring.boot.JetonAutoConfiguration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TestKeyTest {
    private static final String SECRET = "f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(context ->
                    context.addBeanFactoryPostProcessor(new TestKey(context.getEnvironment())))
            .withConfiguration(AutoConfigurations.of(JetonAutoConfiguration.class));

    @Test
    @DisplayName("An application without a key gets one of its own, long enough for each algorithm")
    void none() {
        runner.withPropertyValues("jeton.algorithm=HS512")
                .run(one -> runner.withPropertyValues("jeton.algorithm=HS512").run(other -> {
                    assertThat(one).hasNotFailed();
                    assertThat(one.getEnvironment().getProperty("jeton.secret-key"))
                            .isNotEqualTo(other.getEnvironment().getProperty("jeton.secret-key"));
                }));
    }

    @Test
    @DisplayName("An application's own key is the one")
    void own() {
        runner.withPropertyValues("jeton.secret-key=" + SECRET)
                .run(context -> assertThat(Jeton.withSecret(SECRET)
                                .verifier()
                                .verify(context.getBean(Jeton.class).createAccessToken("ada"))
                                .subject())
                        .isEqualTo("ada"));
        runner.withPropertyValues("jeton.secretKey=swordfish")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    @DisplayName("An application with keys or a Jeton as a bean gets none")
    void beans() {
        KeySource keys = KeySource.of(KeyRing.of(JwsKey.ofSecret(JwsAlgorithm.HS256, SECRET)));
        runner.withBean(KeySource.class, () -> keys)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBean("jeton", Jeton.class)
                        .satisfies(jeton -> assertThat(
                                        context.getEnvironment().getProperty("jeton.secret-key"))
                                .isNull()));
        runner.withBean(Jeton.class, () -> Jeton.withSecret(SECRET))
                .run(context -> assertThat(context.getEnvironment().getProperty("jeton.secret-key"))
                        .isNull());
    }
}
