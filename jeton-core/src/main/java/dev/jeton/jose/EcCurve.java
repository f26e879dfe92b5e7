package dev.jeton.jose;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;

/** The three curves of RFC 7518 §6.2.1.1. */
enum EcCurve {
    P_256("P-256", "secp256r1", 32),
    P_384("P-384", "secp384r1", 48),
    P_521("P-521", "secp521r1", 66);

    private final String jwkName;
    private final String jcaName;
    private final int coordinateBytes;

    EcCurve(String jwkName, String jcaName, int coordinateBytes) {
        this.jwkName = jwkName;
        this.jcaName = jcaName;
        this.coordinateBytes = coordinateBytes;
    }

    /** The value of {@code crv}. */
    String jwkName() {
        return jwkName;
    }

    int coordinateBytes() {
        return coordinateBytes;
    }

    ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(jcaName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no curve " + jwkName, e);
        }
    }

    /** Whether these are the parameters of this curve, by value: providers make specs of their own. */
    boolean isDescribedBy(ECParameterSpec other) {
        ECParameterSpec own = parameters();
        return own.getCurve().equals(other.getCurve())
                && own.getGenerator().equals(other.getGenerator())
                && own.getOrder().equals(other.getOrder())
                && own.getCofactor() == other.getCofactor();
    }

    /** Whether the point is on the curve and not at infinity: y² = x³ + ax + b (mod p), both coordinates below p. */
    boolean holds(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        EllipticCurve curve = parameters().getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        boolean reduced =
                x.signum() >= 0 && y.signum() >= 0 && x.compareTo(p) < 0 && y.compareTo(p) < 0;
        BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
        return reduced && y.multiply(y).subtract(right).mod(p).signum() == 0;
    }
}
