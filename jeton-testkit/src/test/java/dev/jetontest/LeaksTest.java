package dev.jetontest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.testkit.TokenForge;
import dev.jeton.testkit.attack.HostileTokens;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LeaksTest {
    private final Leaks leaks = new Leaks(List.of("Xq7pRt2mVb9zLk4wNs6y"));

    @Test
    @DisplayName(
            "Tokens, signed or not, private keys, canaries and secrets are found wherever they stand")
    void finds() {
        TokenForge forge = TokenForge.token().payload("{\"sub\":\"a\"}");
        for (String text : List.of(
                forge.signature(new byte[32]).compact(),
                forge.unsigned().compact(),
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----",
                "{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"kty\":\"OKP\",\"d\" : \"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}",
                HostileTokens.CANARY,
                "Xq7pRt2mVb9zLk4wNs6y")) {
            assertThat(leaks.in("refused: [" + text + "]")).as(text).isPresent();
            assertThat(leaks.in("refused: [" + text + "]").orElseThrow()).doesNotContain(text);
        }
    }

    @Test
    @DisplayName(
            "What is no secret is left alone: names of keys, reasons, public keys, a word with dots")
    void spares() {
        for (String text : List.of(
                "HS256 kid hs signs",
                "signature_invalid: alg",
                "eyJust.a.word",
                "-----BEGIN PUBLIC KEY-----",
                "{\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                "Xq7pRt2mVb9zLk4wNs6")) {
            assertThat(leaks.in(text)).as(text).isEmpty();
        }
    }

    @Test
    @DisplayName("Secrets are those literals that test sources call so, without their prefix")
    void readsSources(@TempDir Path sources) throws IOException {
        Path folder = Files.createDirectories(sources.resolve("dev"));
        Files.writeString(folder.resolve("ATest.java"), """
                static final String SECRET = "base64:AAECAwQFBgcICQoLDA0ODw";
                Jeton.withSecret("Zt5yHb8nMq3xKd6vLp9w");
                JwsKey.ofSecret(JwsAlgorithm.HS384, "Gw4rTn7cVj2kSx8bQe5m");
                assertEquals("Pf9sLu3dWk6hYz1gRc7x", text);
                """);
        Leaks found = Leaks.of(sources);

        assertThat(found.in("AAECAwQFBgcICQoLDA0ODw")).isPresent();
        assertThat(found.in("Zt5yHb8nMq3xKd6vLp9w")).isPresent();
        assertThat(found.in("Gw4rTn7cVj2kSx8bQe5m")).isPresent();
        assertThat(found.in("Pf9sLu3dWk6hYz1gRc7x")).isEmpty();
        assertThat(Leaks.of(sources.resolve("missing")).in("text")).isEmpty();
    }
}
