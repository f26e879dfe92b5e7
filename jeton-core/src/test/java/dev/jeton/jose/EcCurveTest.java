package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

class EcCurveTest {
    @ParameterizedTest
    @EnumSource(EcCurve.class)
    @DisplayName("A curve is described by its equation, generator, order and cofactor, all of them")
    void description(EcCurve curve) {
        ECParameterSpec own = curve.parameters();
        ECParameterSpec other =
                (curve == EcCurve.P_256 ? EcCurve.P_384 : EcCurve.P_256).parameters();
        ECPoint negated = new ECPoint(
                own.getGenerator().getAffineX(),
                prime(curve).subtract(own.getGenerator().getAffineY()));
        assertThat(curve.isDescribedBy(copy(own, own.getGenerator(), own.getOrder(), 1)))
                .isTrue();
        assertThat(curve.isDescribedBy(copy(own, negated, own.getOrder(), 1))).isFalse();
        assertThat(curve.isDescribedBy(copy(own, own.getGenerator(), other.getOrder(), 1)))
                .isFalse();
        assertThat(curve.isDescribedBy(copy(own, own.getGenerator(), own.getOrder(), 2)))
                .isFalse();
        assertThat(curve.isDescribedBy(copy(other, own.getGenerator(), own.getOrder(), 1)))
                .isFalse();
    }

    private static ECParameterSpec copy(
            ECParameterSpec of, ECPoint generator, BigInteger order, int cofactor) {
        return new ECParameterSpec(of.getCurve(), generator, order, cofactor);
    }

    private static BigInteger prime(EcCurve curve) {
        return ((ECFieldFp) curve.parameters().getCurve().getField()).getP();
    }

    @ParameterizedTest
    @EnumSource(EcCurve.class)
    @DisplayName("KEY-07: the coordinates of a point lie in [0, p-1]")
    void reduced(EcCurve curve) {
        ECPoint generator = curve.parameters().getGenerator();
        BigInteger x = generator.getAffineX();
        BigInteger y = generator.getAffineY();
        BigInteger p = prime(curve);
        assertThat(curve.holds(generator)).isTrue();
        assertThat(curve.holds(new ECPoint(x.add(p), y))).isFalse();
        assertThat(curve.holds(new ECPoint(x, y.add(p)))).isFalse();
        assertThat(curve.holds(new ECPoint(x.subtract(p), y))).isFalse();
        assertThat(curve.holds(new ECPoint(x, y.subtract(p)))).isFalse();
    }

    @Test
    @DisplayName("KEY-07: zero is a coordinate, and p is not")
    void zero() {
        BigInteger p = prime(EcCurve.P_256);
        BigInteger root = EcCurve.P_256
                .parameters()
                .getCurve()
                .getB()
                .modPow(p.add(BigInteger.ONE).shiftRight(2), p); // of b, for p is 3 modulo 4
        assertThat(EcCurve.P_256.holds(new ECPoint(BigInteger.ZERO, root))).isTrue();
        assertThat(EcCurve.P_256.holds(new ECPoint(p, root))).isFalse();
    }
}
