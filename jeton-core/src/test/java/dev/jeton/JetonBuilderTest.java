package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.SettingsException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JetonBuilderTest {
    static final String SECRET = "base64:QoAYdCHml6bsouTF8C7/QwJtBUW2x6y8QoMZFTf0JPA=";
    static final String OTHER_SECRET = "base64:IqjYWXPDEgn8Yb8Kfg4JYqwL7z7zY2IkTRgsahbFzHg=";

    @Test
    @DisplayName("A secret is all that a Jeton needs")
    void secretIsEnough() {
        Jeton jeton = Jeton.withSecret(SECRET);
        String token = jeton.login("alice").access();
        assertThat(jeton.verifier().verify(token).subject()).isEqualTo("alice");
    }

    @Test
    @DisplayName("Without a secret, the problem tells the command that makes one")
    void missingSecret() {
        assertThatThrownBy(() -> Jeton.withSecret(null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageContaining("base64:");
    }
}
