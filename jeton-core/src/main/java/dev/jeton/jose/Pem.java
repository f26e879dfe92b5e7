package dev.jeton.jose;

import dev.jeton.failure.SettingsException;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One PEM block (RFC 7468): a PKCS#8 private key (§10) or an SPKI public key (§13). */
final class Pem {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String TO_PKCS8 =
            "write it as PKCS#8 with `openssl pkey -in key.pem -out pkcs8.pem`.";

    /** What else people have in their hands, and the command that makes a readable key of it. */
    private static final Map<String, String> CONVERSIONS = Map.of(
            "RSA PRIVATE KEY", "The PEM is a PKCS#1 key: " + TO_PKCS8,
            "EC PRIVATE KEY", "The PEM is a SEC 1 key: " + TO_PKCS8,
            "EC PARAMETERS", "The PEM is a SEC 1 key: " + TO_PKCS8,
            "ENCRYPTED PRIVATE KEY",
                    "The PEM is encrypted: keep the key where only this application reads it, and "
                            + TO_PKCS8,
            "OPENSSH PRIVATE KEY",
                    "The PEM is an OpenSSH key: write a copy as PKCS#8 with `ssh-keygen -p -m PKCS8 -f key`.",
            "RSA PUBLIC KEY",
                    "The PEM is a PKCS#1 public key: write it as SPKI with"
                            + " `openssl rsa -RSAPublicKey_in -in key.pem -pubout -out public.pem`.",
            "CERTIFICATE",
                    "The PEM is a certificate: take its key with"
                            + " `openssl x509 -in certificate.pem -pubkey -noout -out public.pem`.");

    private final String label;
    private final byte[] der;

    private Pem(String label, byte[] der) {
        this.label = label;
        this.der = der;
    }

    static Pem read(String text) {
        int labelEnd = text.indexOf(DASHES, BEGIN.length());
        if (!text.startsWith(BEGIN) || labelEnd < 0) {
            throw new SettingsException(
                    "The key is not a PEM text, or something stands before its first line: it must"
                            + " begin with -----BEGIN PUBLIC KEY----- or -----BEGIN PRIVATE KEY-----.");
        }
        if (text.contains("\\n")) {
            throw new SettingsException("The PEM has the characters \\n where its lines end:"
                    + " put line breaks there, as they were written.");
        }
        String label = text.substring(BEGIN.length(), labelEnd);
        if (!label.equals(PRIVATE) && !label.equals(PUBLIC)) {
            throw new SettingsException(CONVERSIONS.getOrDefault(
                    label, "The PEM is neither a PUBLIC KEY nor a PRIVATE KEY: " + TO_PKCS8));
        }
        int bodyStart = labelEnd + DASHES.length();
        int bodyEnd = text.indexOf(END + label + DASHES, bodyStart);
        if (bodyEnd < 0
                || !text.substring(bodyEnd + END.length() + label.length() + DASHES.length())
                        .isBlank()) {
            throw new SettingsException("The PEM must end with -----END " + label
                    + "----- and hold one key only:" + " put each key in a text of its own.");
        }
        return new Pem(label, decode(text.substring(bodyStart, bodyEnd)));
    }

    boolean isPrivate() {
        return label.equals(PRIVATE);
    }

    JwsAlgorithm usualAlgorithm() {
        for (JwsAlgorithm algorithm :
                List.of(JwsAlgorithm.RS256, JwsAlgorithm.ES256, JwsAlgorithm.EDDSA)) {
            try {
                Key key = isPrivate()
                        ? keyFactory(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der))
                        : keyFactory(algorithm).generatePublic(new X509EncodedKeySpec(der));
                return key instanceof ECKey ec ? ofCurve(ec) : algorithm;
            } catch (GeneralSecurityException otherKind) {
                continue;
            }
        }
        throw new SettingsException(
                "The PEM holds no RSA, EC or Ed25519 key that can be read: write the key anew.");
    }

    private static JwsAlgorithm ofCurve(ECKey key) {
        return Stream.of(JwsAlgorithm.ES256, JwsAlgorithm.ES384, JwsAlgorithm.ES512)
                .filter(algorithm -> algorithm.curve().isDescribedBy(key.getParams()))
                .findFirst()
                .orElseThrow(
                        () -> new SettingsException(
                                "The PEM holds an EC key on another curve than P-256, P-384 and P-521: make a new one."));
    }

    PrivateKey privateKey(JwsAlgorithm algorithm) {
        if (!isPrivate()) {
            throw new SettingsException("The PEM is a public key where the private one belongs:"
                    + " give the private key first, then the public one.");
        }
        try {
            return keyFactory(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw wrongKind(algorithm);
        }
    }

    PublicKey publicKey(JwsAlgorithm algorithm) {
        if (isPrivate()) {
            throw new SettingsException(
                    "The PEM is a private key where the public one belongs:"
                            + " write its public half with `openssl pkey -in private.pem -pubout -out public.pem`.");
        }
        try {
            return keyFactory(algorithm).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw wrongKind(algorithm);
        }
    }

    /** The public key of an RSA private key; other private keys do not hold theirs in a form that can be read. */
    static PublicKey publicHalf(PrivateKey privateKey) {
        if (!(privateKey instanceof RSAPrivateCrtKey rsa)) {
            throw new SettingsException(
                    "The PEM is a private key whose public half must be given too: write it with"
                            + " `openssl pkey -in private.pem -pubout -out public.pem`.");
        }
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(
                            new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new SettingsException(
                    "The PEM's modulus and exponent do not make an RSA key: write the key anew.");
        }
    }

    private static byte[] decode(String body) {
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    "The PEM's base64 cannot be read: copy the whole text again, as it was written.");
        }
    }

    private static KeyFactory keyFactory(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm.family()) {
            case RSA, RSA_PSS -> KeyFactory.getInstance("RSA");
            case EC -> KeyFactory.getInstance("EC");
            case ED25519 -> KeyFactory.getInstance("Ed25519");
            case HMAC ->
                throw new SettingsException(
                        algorithm.jwsName()
                                + " takes a secret, not a PEM: name the algorithm of the key, such as RS256, ES256 or EdDSA.");
        };
    }

    private static SettingsException wrongKind(JwsAlgorithm algorithm) {
        return new SettingsException("The PEM does not hold "
                + algorithm.family().keyNoun() + ", which " + algorithm.jwsName()
                + " takes: name the algorithm of this key, or write the key anew.");
    }
}
