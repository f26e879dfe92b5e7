package dev.jeton.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** Whole applications, and what they print. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    private static SpringApplication application() {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .build();
    }

    @Test
    @DisplayName("What is configured is logged once, and each weakening once, without the key")
    void report(CapturedOutput output) {
        application()
                .run(
                        "--jeton.secret-key=" + EnvironmentOptionsTest.SECRET,
                        "--jeton.locations=cookies",
                        "--jeton.development=true")
                .close();
        assertThat(output.getAll().lines().filter(line -> line.contains("hooks: ")))
                .hasSize(1);
        assertThat(output.getAll()
                        .lines()
                        .filter(line -> line.contains("WARN") && line.contains("plain http")))
                .hasSize(1);
        assertThat(output.getAll()).doesNotContain("RPXOrE3sQ7Nu89");
    }

    @Test
    @DisplayName(
            "Without a key the application does not start, and prints the command that makes one")
    void noKey(CapturedOutput output) {
        assertThatThrownBy(() -> application().run());
        assertThat(output.getAll())
                .contains(
                        "APPLICATION FAILED TO START",
                        "there is no key",
                        "    export JETON_SECRET_KEY=base64:$(openssl rand -base64 32)")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("A weak key does not start either, and is not printed")
    void weakKey(CapturedOutput output) {
        assertThatThrownBy(
                () -> application().run("--jeton.secret-key=swordfish", "--jeton.algorithm=HS512"));
        assertThat(output.getAll())
                .contains(
                        "The secret has 9 bytes, and HS512 needs at least 64",
                        "    export JETON_SECRET_KEY=hex:$(openssl rand -hex 64)")
                .doesNotContain("swordfish");
    }

    @Test
    @DisplayName("Other problems are listed with their mends, without a command for keys")
    void otherProblems(CapturedOutput output) {
        assertThatThrownBy(() -> application()
                .run(
                        "--jeton.secret-key=" + EnvironmentOptionsTest.SECRET,
                        "--jeton.cookies=true",
                        "--jeton.clock-skew=11m"));
        assertThat(output.getAll())
                .contains(
                        "- there is no option jeton.cookies",
                        "- clock-skew lies between 0 and 600 s",
                        "Mend what is listed above")
                .doesNotContain("openssl");
    }
}
