package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class JwsSignerTest {
    private static final JwsKey KEY = TestKeys.of(JwsAlgorithm.HS256);

    private static String header(Map<String, Object> parameters) {
        String token = JwsSigner.sign(KEY, parameters, new byte[0]);
        return new String(Jws.parse(token).header(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("The header is alg, kid and typ")
    void plain() {
        assertThat(header(Map.of())).isEqualTo("{\"alg\":\"HS256\",\"kid\":\"1\",\"typ\":\"JWT\"}");
    }

    @Test
    @DisplayName("Parameters follow in their order, and may say another typ")
    void parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("z", List.of(1));
        parameters.put("typ", "at+jwt");
        parameters.put("a", null);
        assertThat(header(parameters))
                .isEqualTo(
                        "{\"alg\":\"HS256\",\"kid\":\"1\",\"typ\":\"at+jwt\",\"z\":[1],\"a\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alg", "kid", "crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c"})
    @DisplayName(
            "A parameter that the key decides, or that no verifier here reads, cannot be given")
    void reserved(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> header(Map.of(name, "x")))
                .withMessageContaining(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> header(Collections.singletonMap(name, null)));
    }

    @Test
    @DisplayName("Typ and cty must be strings, and values must be writable")
    void values() {
        assertThatIllegalArgumentException().isThrownBy(() -> header(Map.of("typ", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> header(Collections.singletonMap("cty", null)));
        assertThatIllegalArgumentException().isThrownBy(() -> header(Map.of("x", new Object())));
    }

    @Test
    @DisplayName(
            "CLM-18: a header or token longer than a verifier reads is not signed, and the refusal says the size")
    void length() {
        int rest = header(Map.of("x", "")).length();
        String fitting = "x".repeat(1024 - rest);
        assertThat(header(Map.of("x", fitting))).hasSize(1024);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> header(Map.of("x", fitting + "x")))
                .withMessageContainingAll("1025", "1024");

        int most = (8192 - JwsSigner.sign(KEY, Map.of(), new byte[0]).length()) * 3 / 4;
        assertThat(JwsSigner.sign(KEY, Map.of(), new byte[most])).hasSizeBetween(8190, 8192);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwsSigner.sign(KEY, Map.of(), new byte[most + 2]))
                .withMessageContaining("8192");
    }

    @Test
    @DisplayName("DOS-02: a token of 8,192 characters is signed, and one of 8,193 is not")
    void exactLength() {
        int reached = 0;
        for (int kid = 1; kid <= 3; kid++) {
            JwsKey key = KEY.withKid("x".repeat(kid));
            int payload = 5900;
            while (signedLength(key, payload) + 2 <= 8192) {
                payload++;
            }
            for (int size = payload; size < payload + 3; size++) {
                int length = signedLength(key, size);
                int bytes = size;
                if (length == 8192) {
                    assertThat(JwsSigner.sign(key, Map.of(), new byte[bytes])).hasSize(8192);
                    reached++;
                } else if (length > 8192) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> JwsSigner.sign(key, Map.of(), new byte[bytes]));
                }
            }
        }
        assertThat(reached).isPositive();
    }

    private static int signedLength(JwsKey key, int payload) {
        return key.plainHeader().length + 1 + (payload * 4 + 2) / 3 + 1 + 43;
    }

    @Test
    @DisplayName("A secret that only verifies does not sign either")
    void verifyingSecret() {
        JwsKey key =
                JwsKey.ofJwk("{\"kty\":\"oct\",\"alg\":\"HS256\",\"key_ops\":[\"verify\"],\"k\":\""
                        + Jws.encode(TestKeys.SECRET) + "\"}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwsSigner.sign(key, Map.of(), new byte[0]))
                .withMessageContaining("only verifies");
    }

    @Test
    @DisplayName("A key that only verifies does not sign")
    void verifyingKey() {
        JwsKey key = TestKeys.publicOf(JwsAlgorithm.ES256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwsSigner.sign(key, Map.of(), new byte[0]))
                .withMessageContaining("only verifies");
    }

    @Test
    @DisplayName("A kid is written as JSON, whatever it holds")
    void kidInJson() {
        JwsKey key = KEY.withKid("a\"b\\c");
        assertThat(Jws.verifier(key)
                        .verify(JwsSigner.sign(key, Map.of(), new byte[0]))
                        .header()
                        .kid())
                .isEqualTo("a\"b\\c");
    }
}
