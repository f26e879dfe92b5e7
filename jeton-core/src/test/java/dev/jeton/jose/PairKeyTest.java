package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.SettingsException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.stream.Stream;

class PairKeyTest {
    private static final BigInteger F4 = BigInteger.valueOf(65537);

    private static void assertRefused(JwsAlgorithm algorithm, PublicKey key, String... words) {
        assertThatThrownBy(() -> JwsKey.ofPublic(algorithm, key))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(words);
    }

    /** An odd number of this many bits, and no product of two primes: enough for checks that do not factor. */
    private static PublicKey rsa(int bits, BigInteger exponent) throws Exception {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"HS.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    @DisplayName(
            "A public key verifies only, a pair also signs, and both have the thumbprint for kid")
    void halves(JwsAlgorithm algorithm) {
        JwsKey pair = TestKeys.of(algorithm);
        JwsKey half = TestKeys.publicOf(algorithm);
        assertThat(pair.signs()).isTrue();
        assertThat(half.signs()).isFalse();
        assertThat(half.kid()).isEqualTo(pair.kid()).hasSize(43);
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"HS.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    @DisplayName("KEY-20: halves of two pairs are refused")
    void mismatch(JwsAlgorithm algorithm) {
        KeyPair other = switch (algorithm.family()) {
            case RSA, RSA_PSS -> TestKeys.generated("RSA", 2048);
            case EC ->
                TestKeys.generated(
                        "EC", algorithm.curve() == EcCurve.P_521 ? 521 : algorithm.hashBytes() * 8);
            default -> TestKeys.generated("Ed25519", 255);
        };
        assertThatThrownBy(() -> JwsKey.ofPair(
                        algorithm, other.getPrivate(), TestKeys.pair(algorithm).getPublic()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("halves of one pair");
    }

    @Test
    @DisplayName("KEY-20: a private key of another kind than the public one is refused")
    void mismatchedKinds() {
        for (JwsAlgorithm one :
                List.of(JwsAlgorithm.RS256, JwsAlgorithm.ES256, JwsAlgorithm.EDDSA)) {
            for (JwsAlgorithm other :
                    List.of(JwsAlgorithm.RS256, JwsAlgorithm.ES256, JwsAlgorithm.EDDSA)) {
                if (one != other) {
                    assertThatThrownBy(() -> JwsKey.ofPair(
                                    one,
                                    TestKeys.pair(other).getPrivate(),
                                    TestKeys.pair(one).getPublic()))
                            .isInstanceOf(SettingsException.class)
                            .hasMessageContainingAll(
                                    "cannot sign (InvalidKeyException)",
                                    "other half of the public key");
                }
            }
        }
    }

    @Test
    @DisplayName("CFG-01, KEY-07: a key of another kind than the algorithm's is refused")
    void otherKinds() {
        PublicKey rsa = TestKeys.pair(JwsAlgorithm.RS256).getPublic();
        PublicKey ec = TestKeys.pair(JwsAlgorithm.ES256).getPublic();
        PublicKey ed = TestKeys.pair(JwsAlgorithm.EDDSA).getPublic();
        assertRefused(JwsAlgorithm.HS256, rsa, "takes a secret");
        assertRefused(JwsAlgorithm.RS256, ec, "takes an RSA key");
        assertRefused(JwsAlgorithm.PS256, ed, "takes an RSA key");
        assertRefused(JwsAlgorithm.ES256, rsa, "takes an EC key");
        assertRefused(JwsAlgorithm.EDDSA, ec, "takes an Ed25519 key");
        assertRefused(JwsAlgorithm.EDDSA, TestKeys.generated("Ed448", 448).getPublic(), "Ed448");
        assertRefused(
                JwsAlgorithm.EDDSA,
                TestKeys.generated("X25519", 255).getPublic(),
                "takes an Ed25519 key");
    }

    @Test
    @DisplayName("KEY-07, RFC 7518 §3.4: each EC algorithm takes one curve")
    void otherCurves() {
        assertRefused(JwsAlgorithm.ES256, TestKeys.pair(JwsAlgorithm.ES384).getPublic(), "P-256");
        assertRefused(JwsAlgorithm.ES384, TestKeys.pair(JwsAlgorithm.ES256).getPublic(), "P-384");
        assertRefused(JwsAlgorithm.ES512, TestKeys.pair(JwsAlgorithm.ES384).getPublic(), "P-521");
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2047, 8193, 16384})
    @DisplayName("KEY-04, KEY-05: RSA keys have 2,048 to 8,192 bits")
    void rsaLength(int bits) throws Exception {
        assertRefused(JwsAlgorithm.RS256, rsa(bits, F4), bits + " bits", "openssl genrsa");
        assertRefused(JwsAlgorithm.PS512, rsa(bits, F4), bits + " bits");
    }

    static Stream<BigInteger> exponents() {
        return Stream.of(
                BigInteger.valueOf(3),
                BigInteger.valueOf(17),
                F4.subtract(BigInteger.TWO),
                F4.add(BigInteger.ONE),
                BigInteger.ONE.shiftLeft(32).add(BigInteger.ONE),
                BigInteger.ONE.shiftLeft(64).add(BigInteger.ONE));
    }

    @ParameterizedTest
    @MethodSource("exponents")
    @DisplayName("KEY-04, KEY-05: RSA exponents are odd, at least 65537 and below 2^32")
    void rsaExponent(BigInteger exponent) throws Exception {
        PublicKey key = rsa(2048, exponent);
        assertRefused(JwsAlgorithm.RS256, key, "exponent");
    }

    @Test
    @DisplayName("KEY-04, KEY-05: the RSA bounds themselves are accepted")
    void rsaBounds() throws Exception {
        BigInteger greatest = BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);
        for (PublicKey key : List.of(rsa(2048, F4), rsa(2049, greatest), rsa(8192, F4))) {
            assertThat(JwsKey.ofPublic(JwsAlgorithm.RS256, key).signs()).isFalse();
        }
    }

    @Test
    @DisplayName("KEY-06: a modulus that bears the ROCA fingerprint, or is even, is refused")
    void roca() throws Exception {
        BigInteger primorial = BigInteger.ONE;
        for (BigInteger p = BigInteger.TWO; p.intValue() <= 167; p = p.nextProbablePrime()) {
            primorial = primorial.multiply(p);
        }
        BigInteger power = F4.modPow(BigInteger.valueOf(4711), primorial);
        BigInteger start = BigInteger.ONE.shiftLeft(2047).divide(primorial).add(BigInteger.ONE);
        BigInteger fingerprinted = start.multiply(primorial).add(power);
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        assertRefused(
                JwsAlgorithm.RS256,
                rsa.generatePublic(new RSAPublicKeySpec(fingerprinted, F4)),
                "CVE-2017-15361");
        BigInteger last = BigInteger.valueOf(167);
        BigInteger others = primorial.divide(last);
        BigInteger bearsAllButTheLast = fingerprinted;
        while (bearsAllButTheLast.mod(last).signum() != 0) {
            bearsAllButTheLast = bearsAllButTheLast.add(others);
        }
        JwsKey.ofPublic(
                JwsAlgorithm.RS256,
                rsa.generatePublic(new RSAPublicKeySpec(bearsAllButTheLast, F4)));
        BigInteger even = BigInteger.ONE.shiftLeft(2047).add(BigInteger.TWO);
        assertRefused(
                JwsAlgorithm.RS256, rsa.generatePublic(new RSAPublicKeySpec(even, F4)), "factored");
    }

    @Test
    @DisplayName("KEY-07: EC points off the curve, at infinity or not reduced are refused")
    void ecPoints() {
        ECPublicKey good = (ECPublicKey) TestKeys.pair(JwsAlgorithm.ES256).getPublic();
        BigInteger x = good.getW().getAffineX();
        BigInteger y = good.getW().getAffineY();
        BigInteger p = new BigInteger(
                "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
        for (ECPoint point : List.of(
                new ECPoint(x, y.xor(BigInteger.ONE)),
                new ECPoint(BigInteger.ZERO, BigInteger.ZERO),
                new ECPoint(x.add(p), y),
                new ECPoint(x, y.add(p)),
                new ECPoint(x.negate(), y),
                ECPoint.POINT_INFINITY)) {
            assertRefused(
                    JwsAlgorithm.ES256,
                    new FixedEcKey(point, good.getParams()),
                    "not on curve P-256");
        }
        ECPoint mirrored = new ECPoint(x, p.subtract(y));
        assertThat(EcCurve.P_256.holds(mirrored)).isTrue();
    }

    /** A provider's key that does not check its point, as some providers' do not. */
    private record FixedEcKey(ECPoint point, ECParameterSpec parameters) implements ECPublicKey {
        private static final long serialVersionUID = 1L;

        @Override
        public ECPoint getW() {
            return point;
        }

        @Override
        public ECParameterSpec getParams() {
            return parameters;
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }

    static Stream<String> smallOrder() {
        return Stream.of(
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // 3, and the
                // prime
                "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");
    }

    @ParameterizedTest
    @MethodSource("smallOrder")
    @DisplayName(
            "SIG-15: Ed25519 keys of small order, and encodings that are not reduced, are refused")
    void ed25519SmallOrder(String hex) throws Exception {
        byte[] encoded = UnsignedBytes.reversed(java.util.HexFormat.of().parseHex(hex));
        boolean xOdd = encoded[0] < 0;
        encoded[0] &= 0x7F;
        EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, encoded));
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        assertRefused(JwsAlgorithm.EDDSA, key, "anyone can make");
    }
}
