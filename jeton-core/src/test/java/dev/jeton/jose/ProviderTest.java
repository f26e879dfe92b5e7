package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.failure.SettingsException;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.Map;

/** Keys whose cryptography is another provider's. */
class ProviderTest {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final byte[] PAYLOAD = "{\"sub\":\"ana\"}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName("RFC 7518 §3: what one provider signs another verifies")
    void interoperates(JwsAlgorithm algorithm) {
        JwsKey own = TestKeys.of(algorithm);
        JwsKey other = own.withProvider(BOUNCY_CASTLE);

        assertVerifies(own, JwsSigner.sign(other, Map.of(), PAYLOAD));
        assertVerifies(other, JwsSigner.sign(own, Map.of(), PAYLOAD));
        assertVerifies(other, JwsSigner.sign(other, Map.of(), PAYLOAD));
        assertThat(other.kid()).isEqualTo(own.kid());
        assertThat(KeyRing.verifyingOnly(other).toPublicJwkSet())
                .isEqualTo(KeyRing.verifyingOnly(own).toPublicJwkSet());
    }

    private static void assertVerifies(JwsKey key, String token) {
        assertThat(Jws.verifier(key).verify(token).payload()).isEqualTo(PAYLOAD);
    }

    @ParameterizedTest
    @EnumSource(value = JwsAlgorithm.class, mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    @DisplayName("A public key alone verifies with another provider")
    void publicHalf(JwsAlgorithm algorithm) {
        String token = JwsSigner.sign(TestKeys.of(algorithm), Map.of(), PAYLOAD);
        JwsKey key = TestKeys.publicOf(algorithm).withProvider(BOUNCY_CASTLE);
        assertVerifies(key, token);
        assertThat(key.signs()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName(
            "SIG-13, SIG-19: a signature of another length is refused before the provider is asked")
    void lengths(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm).withProvider(BOUNCY_CASTLE);
        Jws token = Jws.parse(JwsSigner.sign(key, Map.of(), PAYLOAD));
        byte[] signature = token.signature();
        for (int length : new int[] {0, 1, signature.length - 1, signature.length + 1}) {
            Jws.assertRefused(
                    Jws.verifier(key),
                    token.withSignature(Arrays.copyOf(signature, length)).text(),
                    Reason.SIGNATURE_INVALID);
        }
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName("SIG-18: with another provider too each flipped bit of a signature is refused")
    void flips(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm).withProvider(BOUNCY_CASTLE);
        JwsVerifier verifier = Jws.verifier(key);
        Jws token = Jws.parse(JwsSigner.sign(key, Map.of(), PAYLOAD));
        for (int bit = 0; bit < token.signature().length * 8; bit += 5) {
            byte[] flipped = token.signature().clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Jws.assertRefused(
                    verifier, token.withSignature(flipped).text(), Reason.SIGNATURE_INVALID);
        }
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName("A provider that lacks the algorithm is told when the key is made, with the mend")
    void lacking(JwsAlgorithm algorithm) {
        Provider lacking = new Lacking();
        assertThatThrownBy(() -> TestKeys.of(algorithm).withProvider(lacking))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Lacking cannot use this key for " + algorithm.jwsName())
                .hasMessageContaining("take another provider");
    }

    @ParameterizedTest
    @EnumSource(value = JwsAlgorithm.class, mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    @DisplayName("So is one that lacks it for a key that only verifies")
    void lackingForVerifying(JwsAlgorithm algorithm) {
        Provider lacking = new Lacking();
        assertThatThrownBy(() -> TestKeys.publicOf(algorithm).withProvider(lacking))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Lacking cannot use this key");
    }

    @Test
    @DisplayName(
            "A provider is found by its name, and one that is not installed is told with those that are")
    void byName() {
        JwsKey key = TestKeys.of(JwsAlgorithm.RS256);
        assertVerifies(key, JwsSigner.sign(key.withProvider("SunRsaSign"), Map.of(), PAYLOAD));
        assertThatThrownBy(() -> key.withProvider("Moon"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no JCA provider of the name \"Moon\"")
                .hasMessageContaining(Security.getProviders()[0].getName());
    }

    @Test
    @DisplayName(
            "A device that fails while it verifies makes a check that could not be made, not a bad token")
    void failingDevice() {
        Failing failing = new Failing();
        JwsKey key = TestKeys.publicOf(JwsAlgorithm.RS256).withProvider(failing);
        String token = JwsSigner.sign(TestKeys.of(JwsAlgorithm.RS256), Map.of(), PAYLOAD);
        Failing.Device.fails = true;
        try {
            assertThatThrownBy(() -> Jws.verifier(key).verify(token))
                    .isInstanceOf(CheckUnavailableException.class)
                    .hasMessage("the JCA provider cannot verify RS256");
        } finally {
            Failing.Device.fails = false;
        }
    }

    /** Has nothing. */
    @SuppressWarnings("serial")
    private static final class Lacking extends Provider {
        Lacking() {
            super("Lacking", "1", "nothing");
        }
    }

    /** A device that says no to all, until it fails. */
    @SuppressWarnings("serial")
    public static final class Failing extends Provider {
        Failing() {
            super("Failing", "1", "a device");
            put("Signature.SHA256withRSA", Device.class.getName());
        }

        /** Made by the JCA. */
        public static final class Device extends VerifyOnly {
            static volatile boolean fails;

            @Override
            protected boolean engineVerify(byte[] signature) {
                if (fails) {
                    throw new ProviderException("unplugged");
                }
                return false;
            }
        }
    }
}
