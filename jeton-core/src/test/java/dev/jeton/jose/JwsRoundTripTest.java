package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What every algorithm must do alike. */
class JwsRoundTripTest {
    private static final byte[] PAYLOAD = "{\"sub\":\"ana\"}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName("RFC 7515 §5: what a key signs, it verifies, header and payload unchanged")
    void roundTrip(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        VerifiedJws jws = Jws.verifier(key).verify(JwsSigner.sign(key, Map.of(), PAYLOAD));

        assertThat(jws.payload()).isEqualTo(PAYLOAD);
        assertThat(jws.header().algorithm()).isEqualTo(algorithm);
        assertThat(jws.header().kid()).isEqualTo(key.kid());
        assertThat(jws.header().typ()).isEqualTo("JWT");
        assertThat(jws.key()).isSameAs(key);
        assertThat(jws.generation()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName("The empty payload and payloads of every length up to 70 bytes survive")
    void everyLength(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        JwsVerifier verifier = Jws.verifier(key);
        for (int length = 0;
                length <= 70;
                length += algorithm.family() == JwsAlgorithm.Family.HMAC ? 1 : 23) {
            byte[] payload = TestKeys.countingBytes(length);
            assertThat(verifier.verify(JwsSigner.sign(key, Map.of(), payload)).payload())
                    .isEqualTo(payload);
        }
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName("SIG-18: every flip of a single bit of a token is refused, spare bits included")
    void everyBitFlip(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        JwsVerifier verifier = Jws.verifier(key);
        byte[] token = JwsSigner.sign(key, Map.of(), PAYLOAD).getBytes(StandardCharsets.ISO_8859_1);
        verifier.verify(new String(token, StandardCharsets.ISO_8859_1));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] flipped = token.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Jws.assertRefused(verifier, new String(flipped, StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName(
            "SIG-19: a signature one byte shorter or longer is refused, and so is the empty one")
    void signatureLength(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        Jws token = Jws.parse(JwsSigner.sign(key, Map.of(), PAYLOAD));
        byte[] signature = token.signature();
        List.of(
                        0,
                        1,
                        signature.length / 2,
                        signature.length - 1,
                        signature.length + 1,
                        signature.length + 64)
                .forEach(length -> Jws.assertRefused(
                        Jws.verifier(key),
                        token.withSignature(java.util.Arrays.copyOf(signature, length))
                                .text(),
                        Reason.SIGNATURE_INVALID));
    }

    @Test
    @DisplayName("A token of one algorithm is refused by the key of every other")
    void everyOtherAlgorithm() {
        for (JwsAlgorithm signed : JwsAlgorithm.values()) {
            String token = JwsSigner.sign(TestKeys.of(signed).withKid("k"), Map.of(), PAYLOAD);
            for (JwsAlgorithm other : EnumSet.complementOf(EnumSet.of(signed))) {
                Jws.assertRefused(
                        Jws.verifier(TestKeys.of(other).withKid("k")),
                        token,
                        Reason.ALGORITHM_REFUSED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName("One key signs and verifies in many threads at once")
    void manyThreads(JwsAlgorithm algorithm) throws Exception {
        JwsKey key = TestKeys.of(algorithm);
        JwsVerifier verifier = Jws.verifier(key);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<byte[]>> tasks = Stream.iterate(0, i -> i + 1)
                    .limit(200)
                    .<Callable<byte[]>>map(i -> () -> verifier.verify(JwsSigner.sign(
                                    key,
                                    Map.of(),
                                    ("payload " + i).getBytes(StandardCharsets.UTF_8)))
                            .payload())
                    .toList();
            List<Future<byte[]>> results = threads.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).asString().isEqualTo("payload " + i);
            }
        } finally {
            threads.shutdown();
        }
    }
}
