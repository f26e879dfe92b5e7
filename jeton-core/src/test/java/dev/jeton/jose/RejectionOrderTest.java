package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;

/** What a rejection costs, and what is not done for it. */
class RejectionOrderTest {
    private static final String GOOD = "{\"alg\":\"HS256\",\"kid\":\"k\"}";
    private static final String PAYLOAD = "{\"sub\":\"alice\"}";

    private final List<String> lookups = new ArrayList<>();
    private final JwsKey key = TestKeys.of(JwsAlgorithm.HS256).withKid("k");
    private final JwsVerifier verifier =
            new JwsVerifier(KeySource.of(KeyRing.verifyingOnly(key)), kid -> {
                lookups.add(String.valueOf(kid));
                return null;
            });

    private void assertFirst(String token, Reason reason, int keysLookedFor) {
        lookups.clear();
        Jws.assertRefused(verifier, token, reason);
        assertThat(lookups).hasSize(keysLookedFor);
    }

    @Test
    @DisplayName(
            "DOS-10: of several faults the cheapest to find is found: length, shape, header, algorithm, key, signature")
    void order() {
        String noJson = Jws.encode("no JSON");
        assertFirst("." + "A".repeat(9000), Reason.MALFORMED, 0);
        assertFirst(noJson + ".!", Reason.MALFORMED, 0);
        assertFirst(of("no JSON"), Reason.HEADER_INVALID, 0);
        assertFirst(
                of("{\"crit\":[\"x\"],\"alg\":\"none\",\"kid\":\"other\"}"),
                Reason.HEADER_INVALID,
                0);
        assertFirst(of("{\"alg\":\"none\",\"kid\":\"other\"}"), Reason.ALGORITHM_REFUSED, 0);
        assertFirst(of("{\"alg\":\"HS256\",\"kid\":\"other\"}"), Reason.KEY_UNKNOWN, 1);
        assertFirst(of(GOOD), Reason.SIGNATURE_INVALID, 1);
    }

    /** A header above a payload that is no JSON, under a signature of the right length. */
    private static String of(String header) {
        return Jws.encode(header) + "." + Jws.encode("{") + "." + Jws.encode(new byte[32]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no JSON", "{", "[]", "{\"alg\":", "{\"alg\":\"HS256\"}x", "\u00e9"})
    @DisplayName(
            "DOS-10, DOS-12: a header that is no JSON is refused by one exception without stack or cause")
    void stackless(String header) {
        var refusal = Jws.assertRefused(verifier, of(header));
        assertThat(refusal).hasNoCause();
        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal.getSuppressed()).isEmpty();
    }

    @Test
    @DisplayName("DOS-10: refusing a bad signature allocates no more than verifying a good one")
    void cost() {
        String good = Jws.signed(key, GOOD, PAYLOAD);
        String bad = Jws.encode(GOOD) + "." + Jws.encode(PAYLOAD) + "." + Jws.encode(new byte[32]);
        long verified = allocated(() -> verifier.verify(good));
        long refused = allocated(() -> refuses(bad));
        assertThat(refused).isLessThanOrEqualTo(verified * 6 / 5);
    }

    private void refuses(String token) {
        try {
            verifier.verify(token);
        } catch (TokenRejectedException refused) {
            return;
        }
        throw new AssertionError("accepted");
    }

    /** Bytes, on average of many. */
    private static long allocated(Runnable run) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 2_000; i++) {
            run.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 2_000; i++) {
            run.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / 2_000;
    }

    @Test
    @DisplayName(
            "DOS-13: an RSA key of 8,192 bits is used only where the application has configured it")
    void largeKeys() throws GeneralSecurityException {
        BigInteger modulus =
                new BigInteger(8192, new SecureRandom()).setBit(8191).setBit(0);
        JwsKey large = JwsKey.ofPublic(
                        JwsAlgorithm.RS256,
                        KeyFactory.getInstance("RSA")
                                .generatePublic(
                                        new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537))))
                .withKid("large");
        byte[] signature = new byte[1024];
        signature[1023] = 2;
        String token = Jws.encode("{\"alg\":\"RS256\",\"kid\":\"large\"}") + "."
                + Jws.encode(PAYLOAD) + "." + Jws.encode(signature);
        JwsKey usual = TestKeys.publicOf(JwsAlgorithm.RS256).withKid("usual");

        Jws.assertRefused(Jws.verifier(usual), token, Reason.KEY_UNKNOWN);
        Jws.assertRefused(Jws.verifier(usual, large), token, Reason.SIGNATURE_INVALID);
        String other = token.replace(
                Jws.encode("{\"alg\":\"RS256\",\"kid\":\"large\"}"),
                Jws.encode("{\"alg\":\"RS256\",\"kid\":\"usual\"}"));
        Jws.assertRefused(Jws.verifier(usual, large), other, Reason.SIGNATURE_INVALID);
    }
}
