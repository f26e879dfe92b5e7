package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.SettingsException;
import dev.jeton.internal.Json;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

class JwkTest {
    private static final String SECRET = Jws.encode(TestKeys.SECRET);
    private static final String OCT =
            "{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"" + SECRET + "\"}";

    /** A private JWK of the test's own pair. */
    private static Map<String, Object> privateJwk(JwsAlgorithm algorithm) {
        Map<String, Object> jwk = publicJwk(algorithm);
        switch (algorithm.family()) {
            case RSA, RSA_PSS -> {
                RSAPrivateCrtKey key =
                        (RSAPrivateCrtKey) TestKeys.pair(algorithm).getPrivate();
                jwk.put("d", Jws.encode(UnsignedBytes.of(key.getPrivateExponent())));
                jwk.put("p", Jws.encode(UnsignedBytes.of(key.getPrimeP())));
                jwk.put("q", Jws.encode(UnsignedBytes.of(key.getPrimeQ())));
                jwk.put("dp", Jws.encode(UnsignedBytes.of(key.getPrimeExponentP())));
                jwk.put("dq", Jws.encode(UnsignedBytes.of(key.getPrimeExponentQ())));
                jwk.put("qi", Jws.encode(UnsignedBytes.of(key.getCrtCoefficient())));
            }
            case EC -> {
                ECPrivateKey key = (ECPrivateKey) TestKeys.pair(algorithm).getPrivate();
                jwk.put(
                        "d",
                        Jws.encode(
                                UnsignedBytes.of(key.getS(), algorithm.curve().coordinateBytes())));
            }
            case ED25519 -> {
                EdECPrivateKey key = (EdECPrivateKey) TestKeys.pair(algorithm).getPrivate();
                jwk.put("d", Jws.encode(key.getBytes().orElseThrow()));
            }
            case HMAC -> jwk.put("k", SECRET);
        }
        return jwk;
    }

    private static Map<String, Object> publicJwk(JwsAlgorithm algorithm) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("alg", algorithm.jwsName());
        if (algorithm.family() == JwsAlgorithm.Family.HMAC) {
            jwk.put("kty", "oct");
        } else {
            jwk.putAll(PublicJwk.requiredMembers(
                    algorithm, TestKeys.pair(algorithm).getPublic()));
        }
        return jwk;
    }

    private static String json(Map<String, Object> members) {
        return new String(Json.write(members), StandardCharsets.UTF_8);
    }

    private static String with(Map<String, Object> members, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return json(changed);
    }

    private static String without(Map<String, Object> members, String name) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return json(changed);
    }

    private static void assertRefused(String jwk, String... words) {
        assertThatThrownBy(() -> JwsKey.ofJwk(jwk))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(words)
                .hasNoCause();
    }

    @ParameterizedTest
    @EnumSource(JwsAlgorithm.class)
    @DisplayName(
            "RFC 7517 §4, RFC 7518 §6, RFC 8037 §2: a private JWK signs, and is the same key as its material")
    void privateKeys(JwsAlgorithm algorithm) {
        JwsKey key = JwsKey.ofJwk(json(privateJwk(algorithm)));
        assertThat(key.signs()).isTrue();
        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(key.kid()).isEqualTo(TestKeys.of(algorithm).kid());
        String token = JwsSigner.sign(key, Map.of(), new byte[] {1});
        assertThat(Jws.verifier(TestKeys.of(algorithm)).verify(token).payload()).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"HS.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    @DisplayName("A public JWK verifies only, and its kid is taken over")
    void publicKeys(JwsAlgorithm algorithm) {
        JwsKey key = JwsKey.ofJwk(with(publicJwk(algorithm), "kid", "2026"));
        assertThat(key.signs()).isFalse();
        assertThat(key.kid()).isEqualTo("2026");
        String token =
                JwsSigner.sign(TestKeys.of(algorithm).withKid("2026"), Map.of(), new byte[] {1});
        assertThat(Jws.verifier(key).verify(token).payload()).containsExactly(1);
    }

    @Test
    @DisplayName("An RSA JWK may leave out the primes")
    void rsaWithoutPrimes() {
        Map<String, Object> jwk = privateJwk(JwsAlgorithm.RS256);
        jwk.keySet().removeAll(List.of("p", "q", "dp", "dq", "qi"));
        assertThat(JwsKey.ofJwk(json(jwk)).signs()).isTrue();
        Map<String, Object> half = privateJwk(JwsAlgorithm.RS256);
        half.remove("qi");
        assertRefused(json(half), "qi");
        assertRefused(with(privateJwk(JwsAlgorithm.RS256), "oth", List.of()), "two primes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"kty\":\"oct\",\"kty\":\"oct\"}", "{}x"})
    @DisplayName("A JWK is one strict JSON object")
    void strictJson(String text) {
        assertRefused(text, "strict JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none", "HS1", "ES521", "ES224", "RSA1_5", "A256GCM", "A256KW", "dir", "hs256", ""
            })
    @DisplayName("KEY-08, KEY-09: alg is required and must be one of signatures")
    void alg(String alg) {
        assertRefused(OCT.replace("HS256", alg), "alg");
        assertRefused(OCT.replace("\"alg\":\"HS256\",", ""), "alg");
        assertRefused(OCT.replace("\"HS256\"", "1"), "alg must be a string");
        assertRefused(OCT.replace("\"HS256\"", "null"), "alg must be a string");
    }

    @ParameterizedTest
    @CsvSource({
        "RS256, EC",
        "RS256, oct",
        "ES256, RSA",
        "ES256, oct",
        "EDDSA, EC",
        "HS256, RSA",
        "HS256, OKP"
    })
    @DisplayName("KEY-07: kty must be that of alg")
    void kty(JwsAlgorithm algorithm, String kty) {
        assertRefused(with(privateJwk(algorithm), "kty", kty), "kty");
        assertRefused(without(privateJwk(algorithm), "kty"), "kty");
    }

    @Test
    @DisplayName("KEY-07: crv must be that of alg")
    void crv() {
        assertRefused(with(publicJwk(JwsAlgorithm.ES256), "crv", "P-384"), "crv");
        assertRefused(with(publicJwk(JwsAlgorithm.ES256), "crv", "secp256k1"), "crv");
        assertRefused(without(publicJwk(JwsAlgorithm.ES512), "crv"), "crv");
        assertRefused(with(publicJwk(JwsAlgorithm.EDDSA), "crv", "Ed448"), "crv");
        assertRefused(with(publicJwk(JwsAlgorithm.EDDSA), "crv", "X25519"), "crv");
    }

    @Test
    @DisplayName("KEY-08: use must be sig where it stands")
    void use() {
        assertThat(JwsKey.ofJwk(with(privateJwk(JwsAlgorithm.HS256), "use", "sig"))
                        .signs())
                .isTrue();
        assertRefused(with(privateJwk(JwsAlgorithm.HS256), "use", "enc"), "use");
        assertRefused(with(publicJwk(JwsAlgorithm.ES256), "use", "SIG"), "use");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HS256 | sign,verify     | true",
                "HS256 | verify          | false",
                "HS256 | sign            | refused",
                "HS256 | encrypt,decrypt | refused",
                "HS256 | ''              | refused",
                "ES256 | sign,verify     | true",
                "ES256 | sign            | true",
                "ES256 | verify          | false",
                "ES256 | deriveKey       | refused",
                "ES256 | verify,verify   | refused"
            })
    @DisplayName("KEY-08, RFC 7517 §4.3: key_ops decide what a key does")
    void keyOps(JwsAlgorithm algorithm, String operations, String signs) {
        List<Object> ops = new ArrayList<>(
                List.of(operations.isEmpty() ? new String[0] : operations.split(",")));
        String jwk = with(privateJwk(algorithm), "key_ops", ops);
        if (signs.equals("refused")) {
            assertRefused(jwk, "key_ops");
        } else {
            assertThat(JwsKey.ofJwk(jwk).signs()).isEqualTo(Boolean.parseBoolean(signs));
        }
    }

    @Test
    @DisplayName("KEY-08: a public JWK must allow verifying, and key_ops must be a list")
    void publicKeyOps() {
        assertRefused(with(publicJwk(JwsAlgorithm.ES256), "key_ops", List.of("sign")), "key_ops");
        assertRefused(with(publicJwk(JwsAlgorithm.ES256), "key_ops", "verify"), "key_ops");
        List<Object> withNull = new ArrayList<>(List.of("verify"));
        withNull.add(null);
        assertRefused(with(publicJwk(JwsAlgorithm.ES256), "key_ops", withNull), "key_ops");
    }

    @Test
    @DisplayName("KEY-01: a short or empty secret in a JWK is refused")
    void shortSecrets() {
        assertRefused(OCT.replace(SECRET, ""), "at least 32");
        assertRefused(OCT.replace(SECRET, Jws.encode(TestKeys.countingBytes(31))), "31 bytes");
    }

    @Test
    @DisplayName("Members of the material must be there, base64url and of the right length")
    void material() {
        for (JwsAlgorithm algorithm : List.of(
                JwsAlgorithm.HS256, JwsAlgorithm.RS256, JwsAlgorithm.ES256, JwsAlgorithm.EDDSA)) {
            Map<String, Object> jwk = privateJwk(algorithm);
            List<String> names = new ArrayList<>(jwk.keySet());
            names.removeAll(List.of("kty", "alg", "crv", "kid"));
            for (String name : names) {
                assertRefused(with(jwk, name, "not base64url!"), name);
                assertRefused(with(jwk, name, 7), name);
                if (!name.equals("d") && !name.equals("p")) {
                    assertRefused(without(jwk, name), name);
                }
            }
        }
        for (String name : List.of("x", "y", "d")) {
            Map<String, Object> jwk = privateJwk(JwsAlgorithm.ES256);
            assertRefused(with(jwk, name, Jws.encode(new byte[31])), "32 octets");
            assertRefused(with(jwk, name, "AAAA" + jwk.get(name)), "octets");
        }
        assertRefused(
                with(privateJwk(JwsAlgorithm.EDDSA), "x", Jws.encode(new byte[33])), "32 octets");
        assertRefused(
                with(publicJwk(JwsAlgorithm.ES256), "x", Jws.encode(TestKeys.countingBytes(32))),
                "curve");
    }

    @Test
    @DisplayName("KEY-20: the private members must belong to the public ones")
    void mismatch() {
        for (JwsAlgorithm algorithm : List.of(JwsAlgorithm.ES256, JwsAlgorithm.EDDSA)) {
            assertRefused(
                    with(privateJwk(algorithm), "d", Jws.encode(TestKeys.countingBytes(32))),
                    "halves");
        }
        assertRefused(
                with(privateJwk(JwsAlgorithm.ES256), "d", Jws.encode(new byte[32])), "private");
    }

    @Test
    @DisplayName("The kid must be a printable string")
    void kid() {
        assertRefused(with(privateJwk(JwsAlgorithm.HS256), "kid", 1), "kid");
        assertRefused(with(privateJwk(JwsAlgorithm.HS256), "kid", ""), "kid");
        assertRefused(with(privateJwk(JwsAlgorithm.HS256), "kid", "a\nb"), "kid");
    }

    @Test
    @DisplayName("KEY-08: a member that is null is not one that is left out")
    void nullMembers() {
        String jwk = json(privateJwk(JwsAlgorithm.HS256));
        assertRefused(jwk.replaceFirst("\\{", "{\"kid\":null,"), "kid");
    }

    @Test
    @DisplayName("RFC 8037 §2: the sign of x is the highest bit, both ways")
    void ed25519Sign() {
        assertReadBack(octet -> octet < 0);
        assertReadBack(octet -> octet > 0);
        assertReadBack(octet -> octet == 0);
    }

    /** A key whose last octet is such a one. */
    private static void assertReadBack(IntPredicate last) {
        KeyPair pair;
        byte[] x;
        do {
            pair = TestKeys.generated("Ed25519", 255);
            byte[] der = pair.getPublic().getEncoded();
            x = Arrays.copyOfRange(der, der.length - 32, der.length); // RFC 8410 §4
        } while (!last.test(x[31]));
        JwsKey key = JwsKey.ofPair(JwsAlgorithm.EDDSA, pair.getPrivate(), pair.getPublic());
        JwsKey read = JwsKey.ofJwk("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"EdDSA\",\"x\":\""
                + Jws.encode(x) + "\"}");
        assertThat(read.kid()).isEqualTo(key.kid());
        String token = JwsSigner.sign(key, Map.of(), new byte[1]);
        assertThat(Jws.verifier(read).verify(token).payload()).hasSize(1);
    }

    @Test
    @DisplayName("LOG-02: no refusal shows key material")
    void nothingLeaks() {
        for (String jwk : List.of(
                OCT.replace("HS256", "HS1"),
                OCT.replace("oct", "EC"),
                OCT + "x",
                OCT.replace("\"k\":\"", "\"k\":\"="))) {
            assertThatThrownBy(() -> JwsKey.ofJwk(jwk))
                    .message()
                    .doesNotContain(SECRET.substring(0, 10));
        }
    }
}
