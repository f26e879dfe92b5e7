package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.SettingsException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigInteger;
import java.security.Provider;

/** What Jeton refuses by itself, shown with a provider that takes any signature, as runtimes before CVE-2022-21449 nearly did. */
class TrustingProviderTest {
    private static final byte[] TOKEN = new byte[8];

    private static SignatureMethod trusting(JwsAlgorithm algorithm) {
        return TestKeys.publicOf(algorithm).withProvider(new Trusting()).method();
    }

    private static boolean holds(JwsAlgorithm algorithm, BigInteger r, BigInteger s) {
        int length = algorithm.curve().coordinateBytes();
        byte[] signature = Jws.concat(UnsignedBytes.of(r, length), UnsignedBytes.of(s, length));
        return trusting(algorithm).holds(TOKEN, TOKEN.length, signature);
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"ES.*"},
            mode = EnumSource.Mode.MATCH_ANY)
    @DisplayName(
            "SIG-12: r and s must lie in [1, n-1] (FIPS 186-5 §6.4.2), whatever the provider says")
    void scalars(JwsAlgorithm algorithm) {
        BigInteger n = algorithm.curve().parameters().getOrder();
        BigInteger one = BigInteger.ONE;
        BigInteger last = n.subtract(one);
        assertThat(holds(algorithm, one, one)).isTrue();
        assertThat(holds(algorithm, last, last)).isTrue();
        for (BigInteger bad : new BigInteger[] {BigInteger.ZERO, n, n.add(one)}) {
            assertThat(holds(algorithm, bad, one)).as("r = %s", bad).isFalse();
            assertThat(holds(algorithm, one, bad)).as("s = %s", bad).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"ES256", "RS256"})
    @DisplayName("A signature of another length is refused before the provider is asked")
    void length(JwsAlgorithm algorithm) {
        SignatureMethod method = trusting(algorithm);
        for (int more : new int[] {-1, 1}) {
            byte[] signature = new byte[method.signatureLength() + more];
            signature[0] = 1;
            signature[signature.length / 2] = 1;
            assertThat(method.holds(TOKEN, TOKEN.length, signature)).isFalse();
        }
    }

    @Test
    @DisplayName("A provider that can verify and not sign is refused for a key that signs")
    void cannotSign() {
        JwsKey key = TestKeys.of(JwsAlgorithm.ES256);
        assertThatThrownBy(() -> key.withProvider(new Trusting()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Trusting cannot use this key for ES256");
    }

    /** Verifies everything, signs nothing. */
    @SuppressWarnings("serial")
    public static final class Trusting extends Provider {
        Trusting() {
            super("Trusting", "1", "yes to all");
            for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
                if (algorithm.family() == JwsAlgorithm.Family.EC
                        || algorithm.family() == JwsAlgorithm.Family.RSA) {
                    put("Signature." + algorithm.jcaName(), Yes.class.getName());
                }
            }
        }

        /** Made by the JCA. */
        public static final class Yes extends VerifyOnly {
            @Override
            protected boolean engineVerify(byte[] signature) {
                return true;
            }
        }
    }
}
