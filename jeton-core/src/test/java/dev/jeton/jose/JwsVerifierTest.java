package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Attacks on the signature and on the algorithm, and what the verifier is asked in which order. */
class JwsVerifierTest {
    private static final String CLAIMS = "{\"sub\":\"ana\"}";
    private static final JwsKey KEY = TestKeys.of(JwsAlgorithm.HS256);
    private static final JwsVerifier VERIFIER = Jws.verifier(KEY);
    private static final String GOOD =
            JwsSigner.sign(KEY, Map.of(), CLAIMS.getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "None", "NONE", "nOnE", "none ", " none", "n\\u006fne", "", "null"})
    @DisplayName(
            "SIG-01, SIG-02, SIG-03: `none` is refused in every spelling, with every signature and kid")
    void none(String alg) {
        for (String kid : List.of("", ",\"kid\":\"1\"")) {
            String input =
                    Jws.encode("{\"alg\":\"" + alg + "\"" + kid + "}") + "." + Jws.encode(CLAIMS);
            Jws.assertRefused(VERIFIER, input + ".", Reason.ALGORITHM_REFUSED);
            Jws.assertRefused(
                    VERIFIER, input + "." + Jws.encode(new byte[32]), Reason.ALGORITHM_REFUSED);
            Jws.assertRefused(
                    VERIFIER,
                    input + GOOD.substring(GOOD.lastIndexOf('.')),
                    Reason.ALGORITHM_REFUSED);
        }
        Jws.assertRefused(
                VERIFIER, Jws.encode("{\"alg\":[\"none\"]}") + "..", Reason.HEADER_INVALID);
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"RS256", "PS256", "ES256", "EDDSA"})
    @DisplayName("SIG-04, SIG-05: a public key in any form is no HMAC secret")
    void publicKeyAsSecret(JwsAlgorithm algorithm) throws Exception {
        byte[] der = TestKeys.pair(algorithm).getPublic().getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
        JwsKey key = TestKeys.publicOf(algorithm);
        String jwkSet = KeyRing.verifyingOnly(key).toPublicJwkSet();
        String jwk = jwkSet.substring("{\"keys\":[".length(), jwkSet.length() - 2);
        JwsVerifier verifier = Jws.verifier(key);
        List<byte[]> secrets = List.of(
                der,
                pem.getBytes(StandardCharsets.US_ASCII),
                (pem + "\n").getBytes(StandardCharsets.US_ASCII),
                (" " + pem).getBytes(StandardCharsets.US_ASCII),
                pem.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII),
                base64.getBytes(StandardCharsets.US_ASCII),
                jwk.getBytes(StandardCharsets.US_ASCII),
                jwkSet.getBytes(StandardCharsets.US_ASCII),
                pkcs1(der));
        for (byte[] secret : secrets) {
            for (String kid : List.of("", ",\"kid\":\"" + key.kid() + "\"")) {
                String input =
                        Jws.encode("{\"alg\":\"HS256\"" + kid + "}") + "." + Jws.encode(CLAIMS);
                Jws.assertRefused(
                        verifier,
                        input + "." + Jws.encode(hs256(secret, input)),
                        Reason.ALGORITHM_REFUSED);
            }
        }
    }

    /** What follows the algorithm identifier and the bit string's header in an SPKI key. */
    private static byte[] pkcs1(byte[] der) {
        return Arrays.copyOfRange(der, 24, der.length);
    }

    private static byte[] hs256(byte[] secret, String input) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @DisplayName("SIG-06, SIG-07: a good signature of another algorithm of the family is refused")
    void sameFamily() {
        for (JwsAlgorithm pinned : JwsAlgorithm.values()) {
            for (JwsAlgorithm sent : JwsAlgorithm.values()) {
                if (sent != pinned && sent.family() == pinned.family()) {
                    String header = "{\"alg\":\"" + sent.jwsName() + "\"}";
                    Jws.assertRefused(
                            Jws.verifier(TestKeys.of(pinned)),
                            Jws.signed(TestKeys.of(sent), header, CLAIMS),
                            Reason.ALGORITHM_REFUSED);
                    String lying = "{\"alg\":\"" + pinned.jwsName() + "\"}";
                    Jws.assertRefused(
                            Jws.verifier(TestKeys.of(pinned)),
                            Jws.signed(TestKeys.of(sent), lying, CLAIMS),
                            Reason.SIGNATURE_INVALID);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName("SIG-08: an empty signature, and one of zeros, is refused")
    void nullSignature(JwsAlgorithm algorithm) {
        JwsKey key = TestKeys.of(algorithm);
        String token = Jws.signed(key, "{\"alg\":\"" + algorithm.jwsName() + "\"}", CLAIMS);
        String input = token.substring(0, token.lastIndexOf('.') + 1);
        Jws.assertRefused(Jws.verifier(key), input, Reason.SIGNATURE_INVALID);
        byte[] zeros = new byte[key.method().signatureLength()];
        Jws.assertRefused(Jws.verifier(key), input + Jws.encode(zeros), Reason.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "h",
                "h.p",
                ".p.",
                ".p.s",
                "p.s",
                "e30.e30.",
                "e30.e30.e30"
            })
    @DisplayName("SIG-09, ENC-09: what has not three good segments is refused")
    void missingSegments(String token) {
        Jws.assertRefused(VERIFIER, token);
    }

    @Test
    @DisplayName(
            "SIG-09, ENC-09: a token lacking a segment, or with a dot too many, is malformed or unreadable")
    void segmentsOfAGoodToken() {
        String[] parts = GOOD.split("\\.");
        for (String token : List.of(
                parts[0],
                parts[0] + "." + parts[1],
                parts[1] + "." + parts[2],
                GOOD + ".",
                "." + GOOD,
                GOOD + "." + parts[2],
                parts[0] + ".." + parts[1] + "." + parts[2])) {
            assertThat(Jws.assertRefused(VERIFIER, token).reason())
                    .isIn(Reason.MALFORMED, Reason.HEADER_INVALID);
        }
        Jws.assertRefused(VERIFIER, "." + parts[1] + "." + parts[2], Reason.HEADER_INVALID);
        Jws.assertRefused(VERIFIER, parts[0] + ".." + parts[2], Reason.SIGNATURE_INVALID);
    }

    @Test
    @DisplayName("SIG-10: a lookup that knows no key leaves the choice to the ring")
    void lookupWithoutKey() {
        JwsVerifier verifier =
                new JwsVerifier(KeySource.of(KeyRing.verifyingOnly(KEY)), kid -> null);
        assertThat(verifier.verify(GOOD).key()).isSameAs(KEY);
        Jws.assertRefused(
                verifier,
                Jws.signed(KEY, "{\"alg\":\"HS256\",\"kid\":\"2\"}", CLAIMS),
                Reason.KEY_UNKNOWN);
    }

    @Test
    @DisplayName("The lookup is given the kid and its key is used, when it has the header's alg")
    void lookup() {
        JwsKey other = JwsKey.ofSecret(JwsAlgorithm.HS384, TestKeys.countingBytes(50));
        JwsVerifier verifier = new JwsVerifier(
                KeySource.of(KeyRing.verifyingOnly(KEY)),
                kid -> "tenant".equals(kid) ? other : null);

        String good = Jws.signed(other, "{\"alg\":\"HS384\",\"kid\":\"tenant\"}", CLAIMS);
        assertThat(verifier.verify(good).key()).isSameAs(other);
        assertThat(verifier.verify(GOOD).key()).isSameAs(KEY);
        Jws.assertRefused(
                verifier,
                Jws.signed(KEY, "{\"alg\":\"HS256\",\"kid\":\"tenant\"}", CLAIMS),
                Reason.ALGORITHM_REFUSED);
    }

    @Test
    @DisplayName("A lookup that could not be made is neither yes nor no")
    void lookupUnavailable() {
        JwsVerifier verifier = new JwsVerifier(KeySource.of(KeyRing.verifyingOnly(KEY)), kid -> {
            throw new CheckUnavailableException("key service down");
        });
        assertThatThrownBy(() -> verifier.verify(GOOD))
                .isInstanceOf(CheckUnavailableException.class);
    }

    @Test
    @DisplayName("The lookup is never asked about a token whose header or encoding is refused")
    void lookupComesAfterTheHeader() {
        JwsVerifier verifier = new JwsVerifier(KeySource.of(KeyRing.verifyingOnly(KEY)), kid -> {
            throw new AssertionError("asked for " + kid);
        });
        String[] parts = GOOD.split("\\.");
        Jws.assertRefused(
                verifier, Jws.signed(KEY, "{\"alg\":\"none\"}", CLAIMS), Reason.ALGORITHM_REFUSED);
        Jws.assertRefused(
                verifier, Jws.signed(KEY, "{\"kid\":\"1\"}", CLAIMS), Reason.HEADER_INVALID);
        Jws.assertRefused(verifier, parts[0] + "=." + parts[1] + "." + parts[2], Reason.MALFORMED);
        Jws.assertRefused(verifier, GOOD + "=", Reason.MALFORMED);
        Jws.assertRefused(verifier, GOOD + "A".repeat(8192), Reason.MALFORMED);
    }

    @Test
    @DisplayName(
            "SIG-12, SIG-14: ECDSA r and s of 0, 1, n-1, n, n+1 and all ones are refused in all combinations")
    void ecdsaEdges() {
        for (JwsAlgorithm algorithm :
                List.of(JwsAlgorithm.ES256, JwsAlgorithm.ES384, JwsAlgorithm.ES512)) {
            int length = algorithm.curve().coordinateBytes();
            BigInteger n = algorithm.curve().parameters().getOrder();
            BigInteger ones = BigInteger.ONE.shiftLeft(8 * length).subtract(BigInteger.ONE);
            List<BigInteger> edges = List.of(
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    n.subtract(BigInteger.ONE),
                    n,
                    n.add(BigInteger.ONE),
                    ones);
            JwsKey key = TestKeys.of(algorithm);
            Jws token = Jws.parse(
                    JwsSigner.sign(key, Map.of(), CLAIMS.getBytes(StandardCharsets.UTF_8)));
            for (BigInteger r : edges) {
                for (BigInteger s : edges) {
                    byte[] signature =
                            Jws.concat(UnsignedBytes.of(r, length), UnsignedBytes.of(s, length));
                    Jws.assertRefused(
                            Jws.verifier(key),
                            token.withSignature(signature).text(),
                            Reason.SIGNATURE_INVALID);
                }
            }
        }
    }

    @Test
    @DisplayName("SIG-13: an ECDSA signature in DER is refused")
    void ecdsaInDer() throws Exception {
        KeyPair pair = TestKeys.pair(JwsAlgorithm.ES256);
        String input = Jws.encode("{\"alg\":\"ES256\"}") + "." + Jws.encode(CLAIMS);
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(input.getBytes(StandardCharsets.US_ASCII));
        Jws.assertRefused(
                Jws.verifier(TestKeys.publicOf(JwsAlgorithm.ES256)),
                input + "." + Jws.encode(signer.sign()),
                Reason.SIGNATURE_INVALID);
    }

    @Test
    @DisplayName(
            "SIG-15: an Ed25519 signature with S + L, which would be a second text of it, is refused")
    void ed25519NotReduced() {
        BigInteger order = BigInteger.ONE
                .shiftLeft(252)
                .add(new BigInteger("27742317777372353535851937790883648493"));
        JwsKey key = TestKeys.of(JwsAlgorithm.EDDSA);
        Jws token =
                Jws.parse(JwsSigner.sign(key, Map.of(), CLAIMS.getBytes(StandardCharsets.UTF_8)));
        byte[] r = Arrays.copyOf(token.signature(), 32);
        byte[] s = Arrays.copyOfRange(token.signature(), 32, 64);
        BigInteger next = new BigInteger(1, UnsignedBytes.reversed(s)).add(order);
        byte[] signature = Jws.concat(r, UnsignedBytes.littleEndian(next, 32));
        Jws.assertRefused(
                Jws.verifier(key), token.withSignature(signature).text(), Reason.SIGNATURE_INVALID);
    }

    @Test
    @DisplayName("SIG-17: an RSA signature plus the modulus, or with zeros in front, is refused")
    void rsaNotReduced() {
        BigInteger modulus =
                ((RSAPublicKey) TestKeys.pair(JwsAlgorithm.PS256).getPublic()).getModulus();
        for (JwsAlgorithm algorithm : List.of(JwsAlgorithm.RS256, JwsAlgorithm.PS256)) {
            JwsKey key = TestKeys.of(algorithm);
            Jws token = Jws.parse(
                    JwsSigner.sign(key, Map.of(), CLAIMS.getBytes(StandardCharsets.UTF_8)));
            BigInteger signature = new BigInteger(1, token.signature());
            byte[] zeros = Jws.concat(new byte[1], token.signature());
            byte[] plusModulus = UnsignedBytes.of(signature.add(modulus));
            byte[] modulusItself = UnsignedBytes.of(modulus);
            for (byte[] altered : List.of(zeros, plusModulus, modulusItself)) {
                Jws.assertRefused(
                        Jws.verifier(key),
                        token.withSignature(altered).text(),
                        Reason.SIGNATURE_INVALID);
            }
        }
    }

    @Test
    @DisplayName("SIG-20: five segments are refused before any key is looked for")
    void jwe() {
        JwsVerifier verifier = new JwsVerifier(
                () -> {
                    throw new AssertionError("asked for keys");
                },
                kid -> null);
        Jws.assertRefused(
                verifier,
                Jws.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + ".." + Jws.encode("iv") + "."
                        + Jws.encode("text") + "." + Jws.encode("tag"),
                Reason.HEADER_INVALID);
        Jws.assertRefused(verifier, GOOD + "." + GOOD, Reason.MALFORMED);
        Jws.assertRefused(verifier, GOOD + "..", Reason.MALFORMED);
    }

    @Test
    @DisplayName(
            "SIG-22: after a good token, one that shares its header and signature is judged by itself")
    void rememberedHeaders() {
        JwsVerifier verifier = Jws.verifier(KEY);
        verifier.verify(GOOD);
        String[] parts = GOOD.split("\\.");
        Jws.assertRefused(
                verifier,
                parts[0] + "." + Jws.encode("{\"sub\":\"eve\"}") + "." + parts[2],
                Reason.SIGNATURE_INVALID);
        Jws.assertRefused(verifier, parts[0] + "A." + parts[1] + "." + parts[2]);
        for (int i = 0; i < 20; i++) {
            String header = "{\"alg\":\"HS256\",\"n\":" + i + "}";
            assertThat(verifier.verify(Jws.signed(KEY, header, CLAIMS)).header().parameters())
                    .containsEntry("n", (long) i);
        }
        assertThat(verifier.verify(GOOD).header().kid()).isEqualTo("1");
    }

    @Test
    @DisplayName("SIG-22: a remembered header does not outlive the key that it names")
    void rememberedHeaderOfARetiredKey() {
        RotatingKeys keys = new RotatingKeys(KeyRing.of(KEY));
        JwsVerifier verifier = new JwsVerifier(keys);
        verifier.verify(GOOD);
        keys.replace(keys.ring()
                .next(JwsKey.ofSecret(JwsAlgorithm.HS256, TestKeys.countingBytes(40))
                        .withKid("2")));
        Jws.assertRefused(verifier, GOOD, Reason.KEY_UNKNOWN);
    }

    @Test
    @DisplayName("SIG-23, LOG-01: a refusal says nothing of what the token held")
    void nothingLeaks() {
        String canary = "c4n4ry";
        String header = "{\"alg\":\"HS256\",\"kid\":\"" + canary + "\"}";
        String token = Jws.signed(KEY, header, "{\"sub\":\"" + canary + "\"}");
        for (String sent : List.of(token, token + canary, "." + canary, canary.repeat(2000))) {
            TokenRejectedException refusal = Jws.assertRefused(VERIFIER, sent);
            assertThat(refusal.toString())
                    .doesNotContain(canary)
                    .doesNotContain(Jws.encode(canary).substring(0, 6));
            assertThat(refusal.getCause()).isNull();
        }
    }

    @Test
    @DisplayName(
            "DOS-02, DOS-03: 8,192 characters are read, 8,193 are refused for their number alone")
    void length() {
        String header = Jws.encode("{\"alg\":\"HS256\"}");
        int payload = 8192 - header.length() - 2 - 43;
        String longest = Jws.signedText(KEY, header, "A".repeat(payload));
        assertThat(longest).hasSize(8192);
        assertThat(VERIFIER.verify(longest).payload()).hasSize(payload * 3 / 4);

        Jws.assertRefused(
                VERIFIER, Jws.signedText(KEY, header, "A".repeat(payload + 1)), Reason.MALFORMED);
        Jws.assertRefused(VERIFIER, "A".repeat(1 << 20), Reason.MALFORMED);
    }

    @Test
    @DisplayName(
            "ENC-09: a character beyond Unicode's first plane, two in Java and one byte here, moves no segment")
    void beyondFirstPlane() {
        String header = GOOD.substring(0, GOOD.indexOf('.') + 1);
        Jws.assertRefused(VERIFIER, header + "AAA\ud83d\ude00." + "A".repeat(43), Reason.MALFORMED);
    }

    @Test
    @DisplayName("DOS-01: a token of nothing but dots is refused")
    void dots() {
        Jws.assertRefused(VERIFIER, ".".repeat(8192));
        Jws.assertRefused(VERIFIER, ".".repeat(100_000), Reason.MALFORMED);
    }
}
