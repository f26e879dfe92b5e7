package dev.jeton.jose;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one table of signature algorithms (RFC 7518 §3.1, RFC 8037 §3.1). There is no {@code none}. */
public enum JwsAlgorithm {
    HS256(Family.HMAC, "HmacSHA256", 32),
    HS384(Family.HMAC, "HmacSHA384", 48),
    HS512(Family.HMAC, "HmacSHA512", 64),
    RS256(Family.RSA, "SHA256withRSA", 32),
    RS384(Family.RSA, "SHA384withRSA", 48),
    RS512(Family.RSA, "SHA512withRSA", 64),
    PS256(Family.RSA_PSS, "SHA-256", 32),
    PS384(Family.RSA_PSS, "SHA-384", 48),
    PS512(Family.RSA_PSS, "SHA-512", 64),
    ES256("SHA256withECDSAinP1363Format", 32, EcCurve.P_256),
    ES384("SHA384withECDSAinP1363Format", 48, EcCurve.P_384),
    ES512("SHA512withECDSAinP1363Format", 64, EcCurve.P_521),
    /** Ed25519 only (RFC 8037). */
    EDDSA(Family.ED25519, "Ed25519", 64);

    /** What kind of key an algorithm takes. */
    enum Family {
        HMAC("a secret"),
        RSA("an RSA key"),
        RSA_PSS("an RSA key"),
        EC("an EC key"),
        ED25519("an Ed25519 key");

        private final String keyNoun;

        Family(String keyNoun) {
            this.keyNoun = keyNoun;
        }

        String keyNoun() {
            return keyNoun;
        }
    }

    private static final Map<String, JwsAlgorithm> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(JwsAlgorithm::jwsName, Function.identity()));

    private final Family family;
    private final String jcaName;
    private final int hashBytes;
    private final @Nullable EcCurve curve;

    JwsAlgorithm(Family family, String jcaName, int hashBytes) {
        this.family = family;
        this.jcaName = jcaName;
        this.hashBytes = hashBytes;
        this.curve = null;
    }

    JwsAlgorithm(String jcaName, int hashBytes, EcCurve curve) {
        this.family = Family.EC;
        this.jcaName = jcaName;
        this.hashBytes = hashBytes;
        this.curve = curve;
    }

    /** The value of the header parameter {@code alg}, such as {@code HS256} or {@code EdDSA}. */
    public String jwsName() {
        return this == EDDSA ? "EdDSA" : name();
    }

    /** The algorithm of exactly this {@code alg} value; case counts. */
    public static Optional<JwsAlgorithm> named(String exactName) {
        return Optional.ofNullable(BY_NAME.get(exactName));
    }

    /** The usual algorithm of a key in PEM: RS256 for RSA, the one of its curve for EC (RFC 7518 §3.4), EdDSA for Ed25519.
     * @throws dev.jeton.failure.SettingsException when it is no such key */
    public static JwsAlgorithm ofPem(String pem) {
        return Pem.read(pem).usualAlgorithm();
    }

    Family family() {
        return family;
    }

    /** The name of the Mac or Signature; of the digest for RSA-PSS, whose Signature has one name for all. */
    String jcaName() {
        return jcaName;
    }

    int hashBytes() {
        return hashBytes;
    }

    /** The curve of an EC algorithm (RFC 7518 §3.4). */
    EcCurve curve() {
        if (curve == null) {
            throw new IllegalStateException(jwsName() + " has no curve");
        }
        return curve;
    }
}
