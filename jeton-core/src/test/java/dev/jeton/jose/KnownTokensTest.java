package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What a verifier remembers of tokens, and what it does not. */
class KnownTokensTest {
    private static final TokenMemory MEMORY = new TokenMemory(1 << 20, false);
    private static final JwsKey KEY = key("a");

    private static JwsKey key(String kid) {
        KeyPair pair = TestKeys.generatedOnCurve("secp256r1");
        return JwsKey.ofPair(JwsAlgorithm.ES256, pair.getPrivate(), pair.getPublic())
                .withKid(kid);
    }

    private static String token(JwsKey key, String payload) {
        return JwsSigner.sign(key, Map.of(), payload.getBytes(StandardCharsets.UTF_8));
    }

    private static JwsVerifier remembering(KeySource keys) {
        return new JwsVerifier(keys, kid -> null, MEMORY);
    }

    private static JwsVerifier remembering(JwsKey... keys) {
        return remembering(KeySource.of(KeyRing.verifyingOnly(keys)));
    }

    private static TokenMemory bytes(long bytes) {
        return new TokenMemory(bytes, false);
    }

    /** The same characters in another object, as each request brings them. */
    private static String again(String token) {
        return new String(token.toCharArray());
    }

    @ParameterizedTest
    @EnumSource(value = JwsAlgorithm.class, mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    @DisplayName("A token of an RSA, EC or EdDSA key is verified once, and remembered as it was")
    void once(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        JwsVerifier verifier = remembering(key);
        String token = token(key, "{\"sub\":\"ana\"}");

        VerifiedJws first = verifier.verify(token);

        assertThat(verifier.verify(again(token))).isSameAs(first);
        assertThat(first.key()).isSameAs(key);
        assertThat(first.members()).isEqualTo(Map.of("sub", "ana"));
    }

    @ParameterizedTest
    @EnumSource(value = JwsAlgorithm.class, mode = EnumSource.Mode.MATCH_ALL, names = "HS.*")
    @DisplayName(
            "A token of a secret is verified each time, beside remembered ones of a key pair too")
    void notSecrets(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        JwsVerifier verifier = remembering(key, KEY);
        String token = token(key, "{}");
        assertThat(verifier.verify(token)).isNotSameAs(verifier.verify(token));
        verifier.verify(token(KEY, "{}"));
        assertThat(verifier.verify(token)).isNotSameAs(verifier.verify(token));
    }

    @ParameterizedTest
    @EnumSource(value = JwsAlgorithm.class, mode = EnumSource.Mode.MATCH_ALL, names = "HS.*")
    @DisplayName(
            "A token of a secret is remembered where that is asked for, and refused once its secret is gone")
    void secretsToo(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        RotatingKeys keys = new RotatingKeys(KeyRing.of(key));
        JwsVerifier verifier = new JwsVerifier(keys, kid -> null, new TokenMemory(1 << 20, true));
        String token = token(key, "{}");
        VerifiedJws first = verifier.verify(token);
        assertThat(verifier.verify(again(token))).isSameAs(first);
        keys.replace(keys.ring().next(key.withKid("b")));
        Jws.assertRefused(verifier, token, Reason.KEY_UNKNOWN);
    }

    @Test
    @DisplayName("Without memory every token is verified each time")
    void off() {
        JwsVerifier verifier = Jws.verifier(KEY);
        String token = token(KEY, "{}");
        assertThat(verifier.verify(token)).isNotSameAs(verifier.verify(token));
    }

    @Test
    @DisplayName("SIG-22: tokens of one hash are told apart by their whole text")
    void oneHash() {
        String good = token(KEY, "{\"sub\":\"ana\"}");
        JwsVerifier verifier = remembering(KEY);
        verifier.verify(good);

        String forged = ofSameHash(good);

        assertThat(forged).hasSameHashCodeAs(good).isNotEqualTo(good);
        assertThat(verifier.verify(good)).isNotNull();
        Jws.assertRefused(verifier, forged, Reason.SIGNATURE_INVALID);
        Jws.assertRefused(verifier, forged, Reason.SIGNATURE_INVALID);
    }

    /** Two neighbours in the payload, one a step up and one 31 steps down, leave {@link String#hashCode} as it was. */
    private static String ofSameHash(String token) {
        int from = token.indexOf('.') + 1;
        int to = token.lastIndexOf('.') - 2;
        for (int i = from; i < to; i++) {
            char up = (char) (token.charAt(i) + 1);
            char down = (char) (token.charAt(i + 1) - 31);
            if (isBase64Url(up) && isBase64Url(down)) {
                return token.substring(0, i) + up + down + token.substring(i + 2);
            }
        }
        throw new AssertionError("no two neighbours that can be changed");
    }

    private static boolean isBase64Url(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    @Test
    @DisplayName("KEY-14: a token of a key that is gone is refused from the next request on")
    void removed() {
        RotatingKeys keys = new RotatingKeys(KeyRing.of(KEY));
        JwsVerifier verifier = remembering(keys);
        String token = token(KEY, "{}");
        verifier.verify(token);
        keys.replace(keys.ring().next(key("b")));

        Jws.assertRefused(verifier, token, Reason.KEY_UNKNOWN);
    }

    @Test
    @DisplayName(
            "A token of a key that another of the same kid has replaced is refused, in whatever generation")
    void replaced() {
        JwsKey successor = key("a");
        AtomicReference<KeyRing> ring = new AtomicReference<>(KeyRing.of(KEY));
        JwsVerifier verifier = remembering(ring::get);
        String token = token(KEY, "{}");
        verifier.verify(token);

        ring.set(KeyRing.of(successor)); // of generation 1 like the one before
        Jws.assertRefused(verifier, token, Reason.SIGNATURE_INVALID);

        ring.set(KeyRing.of(key("b")).next(successor));
        Jws.assertRefused(verifier, token, Reason.SIGNATURE_INVALID);
    }

    @Test
    @DisplayName("A token of a key that stays is verified anew in each generation")
    void generations() {
        RotatingKeys keys = new RotatingKeys(KeyRing.of(KEY));
        JwsVerifier verifier = remembering(keys);
        String token = token(KEY, "{}");
        VerifiedJws first = verifier.verify(token);
        keys.replace(keys.ring().next(key("b"), KEY));

        VerifiedJws second = verifier.verify(token);

        assertThat(first.generation()).isEqualTo(1);
        assertThat(second.generation()).isEqualTo(2);
        assertThat(verifier.verify(token)).isSameAs(second);
    }

    @Test
    @DisplayName(
            "A key that the application's lookup chooses now decides about a token that is remembered")
    void lookup() {
        AtomicReference<JwsKey> chosen = new AtomicReference<>();
        JwsVerifier verifier =
                new JwsVerifier(KeySource.of(KeyRing.of(KEY)), kid -> chosen.get(), MEMORY);
        String token = token(KEY, "{}");
        VerifiedJws first = verifier.verify(token);

        chosen.set(key("a"));
        Jws.assertRefused(verifier, token, Reason.SIGNATURE_INVALID);
        chosen.set(TestKeys.of(JwsAlgorithm.RS256));
        Jws.assertRefused(verifier, token, Reason.ALGORITHM_REFUSED);
        chosen.set(null);
        assertThat(verifier.verify(token)).isSameAs(first);
    }

    @Test
    @DisplayName("A token that is refused is not remembered")
    void refused() {
        KnownTokens tokens = new KnownTokens(MEMORY);
        assertThat(tokens.find("a.b.c")).isNull();
        assertThat(tokens.size()).isZero();
        JwsVerifier verifier = remembering(KEY);
        String forged = token(key("a"), "{}");
        Jws.assertRefused(verifier, forged, Reason.SIGNATURE_INVALID);
        Jws.assertRefused(verifier, forged, Reason.SIGNATURE_INVALID);
    }

    @Test
    @DisplayName("The memory holds as many tokens as fit into it, by the size of each")
    void bounded() {
        VerifiedJws jws = Jws.verifier(KEY).verify(token(KEY, "{}"));
        KnownTokens tokens = new KnownTokens(bytes(10L * KnownTokens.weight("t".repeat(100))));
        for (int i = 0; i < 100; i++) {
            tokens.keep("t".repeat(97) + (100 + i), jws);
        }
        assertThat(tokens.size()).isBetween(1L, 10L);
        KnownTokens small = new KnownTokens(bytes(KnownTokens.weight("t")));
        small.keep("t".repeat(2), jws);
        assertThat(small.size()).isZero();
    }

    @Test
    @DisplayName("A new generation frees what earlier ones have left")
    void freed() {
        RotatingKeys keys = new RotatingKeys(KeyRing.of(KEY));
        String token = token(KEY, "{}");
        KnownTokens tokens = new KnownTokens(MEMORY);
        tokens.keep("a", new JwsVerifier(keys).verify(token));
        assertThat(tokens.find("a")).isNotNull();
        keys.replace(keys.ring().next(KEY));

        tokens.keep("b", new JwsVerifier(keys).verify(token));

        assertThat(tokens.find("a")).isNull();
        assertThat(tokens.size()).isEqualTo(1);
    }

    @Test
    @DisplayName("Who changes the payload that he was handed changes nobody else's")
    void copies() {
        JwsVerifier verifier = remembering(KEY);
        String token = token(KEY, "{\"sub\":\"ana\"}");
        verifier.verify(token).payload()[0] = 'x';
        assertThat(verifier.verify(token).payload()[0]).isEqualTo((byte) '{');
        assertThat(verifier.verify(token).members()).containsEntry("sub", "ana");
    }
}
