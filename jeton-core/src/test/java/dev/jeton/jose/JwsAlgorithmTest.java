package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class JwsAlgorithmTest {
    @Test
    @DisplayName("RFC 7518 §3.1, RFC 8037 §3.1: the names are exact, and `none` is no algorithm")
    void names() {
        assertThat(Arrays.stream(JwsAlgorithm.values()).map(JwsAlgorithm::jwsName))
                .containsExactly(
                        "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384",
                        "PS512", "ES256", "ES384", "ES512", "EdDSA");
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            assertThat(JwsAlgorithm.named(algorithm.jwsName())).contains(algorithm);
        }
        for (String other :
                new String[] {"none", "hs256", "EDDSA", "Ed25519", "HS256 ", "", "ES256K", "RSA1_5"
                }) {
            assertThat(JwsAlgorithm.named(other)).isEmpty();
        }
    }
}
