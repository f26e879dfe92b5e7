package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.Reason;
import dev.jeton.failure.SettingsException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Json;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class KeyRingTest {
    private static final JwsKey HS = TestKeys.of(JwsAlgorithm.HS256);
    private static final JwsKey OLD =
            JwsKey.ofSecret(JwsAlgorithm.HS256, TestKeys.countingBytes(40)).withKid("old");
    private static final JwsKey ES = TestKeys.of(JwsAlgorithm.ES256).withKid("es");
    private static final JwsKey HS512 = TestKeys.of(JwsAlgorithm.HS512).withKid("512");

    private static void assertNone(
            KeyRing ring, JwsAlgorithm algorithm, String kid, Reason reason) {
        assertThatThrownBy(() -> ring.find(algorithm, kid))
                .isInstanceOfSatisfying(
                        TokenRejectedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    @DisplayName("A key is found by kid and algorithm together")
    void byKid() {
        KeyRing ring = KeyRing.of(HS, OLD, ES);
        assertThat(ring.find(JwsAlgorithm.HS256, "1")).isSameAs(HS);
        assertThat(ring.find(JwsAlgorithm.HS256, "old")).isSameAs(OLD);
        assertThat(ring.find(JwsAlgorithm.ES256, "es")).isSameAs(ES);
        assertNone(ring, JwsAlgorithm.HS256, "es", Reason.ALGORITHM_REFUSED);
        assertNone(ring, JwsAlgorithm.ES256, "1", Reason.ALGORITHM_REFUSED);
        assertNone(ring, JwsAlgorithm.RS256, "1", Reason.ALGORITHM_REFUSED);
        assertNone(ring, JwsAlgorithm.RS256, "unknown", Reason.ALGORITHM_REFUSED);
        assertNone(ring, JwsAlgorithm.HS256, "unknown", Reason.KEY_UNKNOWN);
    }

    @Test
    @DisplayName("HDR-09: a token without kid is for the only key of its algorithm")
    void withoutKid() {
        KeyRing ring = KeyRing.of(HS, OLD, ES);
        assertThat(ring.find(JwsAlgorithm.ES256, null)).isSameAs(ES);
        assertNone(ring, JwsAlgorithm.HS256, null, Reason.KEY_UNKNOWN);
        assertNone(ring, JwsAlgorithm.HS512, null, Reason.ALGORITHM_REFUSED);
    }

    @Test
    @DisplayName(
            "HDR-09: among several keys of an algorithm, one can be marked for tokens without kid")
    void marked() {
        KeyRing ring = KeyRing.of(HS, OLD.acceptsTokensWithoutKid(), ES);
        assertThat(ring.find(JwsAlgorithm.HS256, null).kid()).isEqualTo("old");
        assertThat(ring.find(JwsAlgorithm.HS256, "1")).isSameAs(HS);
        assertThatThrownBy(() ->
                        KeyRing.of(HS.acceptsTokensWithoutKid(), OLD.acceptsTokensWithoutKid()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mark one only");
    }

    @Test
    @DisplayName("A key without a name takes every token of its algorithm that no named key claims")
    void unnamed() {
        JwsKey nameless = HS.withoutKid();
        KeyRing ring = KeyRing.of(nameless, OLD, ES);
        assertThat(ring.find(JwsAlgorithm.HS256, null)).isSameAs(nameless);
        assertThat(ring.find(JwsAlgorithm.HS256, "anything")).isSameAs(nameless);
        assertThat(ring.find(JwsAlgorithm.HS256, "old")).isSameAs(OLD);
        assertThat(ring.find(JwsAlgorithm.HS256, "es")).isSameAs(nameless);
        assertNone(ring, JwsAlgorithm.ES256, "anything", Reason.KEY_UNKNOWN);
        assertThatThrownBy(() -> KeyRing.of(nameless, OLD.withoutKid()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("have no kid");
        assertThat(KeyRing.of(nameless, HS512.withoutKid()).keys()).hasSize(2);
    }

    @Test
    @DisplayName(
            "A key without a name is published without one, and cannot be marked for tokens without one")
    void unnamedPublished() {
        JwsKey nameless = ES.withoutKid();
        assertThat(KeyRing.verifyingOnly(nameless).toPublicJwkSet()).doesNotContain("kid");
        assertThat(nameless.acceptsTokensWithoutKid().isForTokensWithoutKid()).isFalse();
    }

    @Test
    @DisplayName("CFG-15, KEY-11: all problems of a ring are told at once")
    void problems() {
        assertThatThrownBy(() -> KeyRing.of(
                        TestKeys.publicOf(JwsAlgorithm.ES256), HS, OLD.withKid("1"), HS512, HS512))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3)
                                .allMatch(problem -> problem.contains(": give ")))
                .hasMessageContainingAll("kid \"1\"", "kid \"512\"", "only verifies");
    }

    @Test
    @DisplayName("The signing key comes first and verifies too; a ring may have none")
    void signing() {
        assertThat(KeyRing.of(HS, OLD).signingKey()).containsSame(HS);
        assertThat(KeyRing.of(HS, OLD).keys()).containsExactly(HS, OLD);
        assertThat(KeyRing.verifyingOnly(HS, OLD).signingKey()).isEmpty();
        assertNone(KeyRing.verifyingOnly(), JwsAlgorithm.HS256, "1", Reason.ALGORITHM_REFUSED);
        assertThat(KeyRing.of(HS).keys()).isUnmodifiable();
    }

    @Test
    @DisplayName(
            "KEY-13, KEY-14: a replaced ring takes effect with the next token, and generations grow")
    void rotation() {
        RotatingKeys keys = new RotatingKeys(KeyRing.of(OLD));
        JwsVerifier verifier = new JwsVerifier(keys);
        String token = JwsSigner.sign(OLD, Map.of(), new byte[0]);
        assertThat(verifier.verify(token).generation()).isEqualTo(1);

        keys.replace(keys.ring().next(HS, OLD));
        assertThat(verifier.verify(token).generation()).isEqualTo(2);
        assertThat(verifier.verify(JwsSigner.sign(HS, Map.of(), new byte[0])).key())
                .isSameAs(HS);

        keys.replace(keys.ring().next(HS));
        Jws.assertRefused(verifier, token, Reason.KEY_UNKNOWN);
        assertThat(keys.ring().generation()).isEqualTo(3);
    }

    @Test
    @DisplayName("A ring whose generation does not grow is refused")
    void staleGeneration() {
        KeyRing first = KeyRing.of(HS);
        RotatingKeys keys = new RotatingKeys(first);
        KeyRing second = first.next(OLD);
        keys.replace(second);
        assertThatIllegalArgumentException().isThrownBy(() -> keys.replace(first));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.replace(first.next(HS)));
        assertThat(keys.ring()).isSameAs(second);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> published(KeyRing ring) {
        byte[] json = ring.toPublicJwkSet().getBytes(StandardCharsets.UTF_8);
        return (List<Map<String, Object>>) Json.readObject(json, 0, json.length).get("keys");
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName(
            "KEY-12: the published set holds public halves and no other member, in every state of rotation")
    void publicSet(JwsAlgorithm algorithm) {
        List<String> permitted = List.of("kty", "use", "alg", "kid", "n", "e", "crv", "x", "y");
        boolean secret = algorithm.family() == JwsAlgorithm.Family.HMAC;
        JwsKey key = TestKeys.of(algorithm).withKid("k");
        JwsKey other = algorithm == JwsAlgorithm.ES384 ? ES : TestKeys.of(JwsAlgorithm.ES384);
        KeyRing first = KeyRing.of(key);
        for (KeyRing ring : List.of(
                first,
                first.next(key, other),
                first.next(other, key),
                KeyRing.verifyingOnly(key))) {
            List<Map<String, Object>> keys = published(ring);
            assertThat(keys)
                    .hasSize(secret ? ring.keys().size() - 1 : ring.keys().size());
            assertThat(keys).allSatisfy(jwk -> {
                assertThat(permitted).containsAll(jwk.keySet());
                assertThat(jwk).containsEntry("use", "sig").containsKey("kid");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"HS.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    @DisplayName("RFC 7517 §5: a published key can be read back and verifies")
    void publicSetRoundTrip(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        Map<String, Object> jwk = published(KeyRing.of(key)).get(0);
        JwsKey read = JwsKey.ofJwk(new String(Json.write(jwk), StandardCharsets.UTF_8));
        assertThat(read.kid()).isEqualTo(key.kid());
        assertThat(read.algorithm()).isEqualTo(algorithm);
        assertThat(Jws.verifier(read)
                        .verify(JwsSigner.sign(key, Map.of(), new byte[] {7}))
                        .payload())
                .containsExactly(7);
    }

    @Test
    @DisplayName("RFC 7518 §6.2.1.2: coordinates that begin with zeros keep their length")
    void coordinatesWithLeadingZeros() {
        List<JwsKey> keys = new ArrayList<>();
        while (keys.stream().noneMatch(KeyRingTest::hasLeadingZero)) {
            keys.add(JwsKey.ofPublic(
                    JwsAlgorithm.ES256, TestKeys.generated("EC", 256).getPublic()));
        }
        JwsKey rare = keys.get(keys.size() - 1);
        assertThat(published(KeyRing.verifyingOnly(rare)).get(0))
                .satisfies(jwk -> assertThat((String) jwk.get("x")).hasSize(43))
                .satisfies(jwk -> assertThat((String) jwk.get("y")).hasSize(43));
    }

    private static boolean hasLeadingZero(JwsKey key) {
        return Arrays.stream(new String[] {"x", "y"})
                .anyMatch(name -> Jws.decode((String) key.publicMembers().get(name))[0] == 0);
    }

    @Test
    @DisplayName("An empty set is published where there is nothing to publish")
    void emptySet() {
        assertThat(KeyRing.of(HS).toPublicJwkSet()).isEqualTo("{\"keys\":[]}");
    }
}
