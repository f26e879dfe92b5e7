package dev.jeton.jose;

import org.jspecify.annotations.Nullable;

import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * A key: material, one algorithm, and a kid. Immutable. Making one checks it: every problem is a
 * {@link dev.jeton.failure.SettingsException} that says how to mend it and never holds key text.
 */
public final class JwsKey {
    private JwsKey() {}

    /** A secret for HS256: {@code base64:…}, {@code hex:…}, or text of at least 32 UTF-8 bytes (RFC 7518 §3.2). */
    public static JwsKey ofSecret(String text) {
        throw new AssertionError("soon");
    }

    /** A secret written as for {@link #ofSecret(String)}, at least as long as the hash of {@code algorithm}. */
    public static JwsKey ofSecret(JwsAlgorithm algorithm, String text) {
        throw new AssertionError("soon");
    }

    /** A secret of raw bytes, which are copied. */
    public static JwsKey ofSecret(JwsAlgorithm algorithm, byte[] secret) {
        throw new AssertionError("soon");
    }

    /** A secret of text taken as it stands, prefixes included. */
    public static JwsKey ofLiteralSecret(JwsAlgorithm algorithm, String text) {
        throw new AssertionError("soon");
    }

    /** A signing key. The halves must match: one signature is made and verified. */
    public static JwsKey ofPair(
            JwsAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {
        throw new AssertionError("soon");
    }

    /** A key that verifies only. */
    public static JwsKey ofPublic(JwsAlgorithm algorithm, PublicKey publicKey) {
        throw new AssertionError("soon");
    }

    /**
     * A public key ({@code BEGIN PUBLIC KEY}), which verifies only, or an RSA private key ({@code BEGIN PRIVATE KEY},
     * PKCS#8), whose public half is worked out. Other private keys need {@link #ofPem(JwsAlgorithm, String, String)}.
     */
    public static JwsKey ofPem(JwsAlgorithm algorithm, String pem) {
        throw new AssertionError("soon");
    }

    /** A signing key from a PKCS#8 private and an SPKI public PEM. */
    public static JwsKey ofPem(JwsAlgorithm algorithm, String privatePem, String publicPem) {
        throw new AssertionError("soon");
    }

    /**
     * A JSON Web Key (RFC 7517) of kty oct, RSA, EC or OKP. {@code alg} is required, {@code use} and {@code key_ops} must
     * allow signatures, {@code kid} is taken over. With its private members it signs, without them it verifies only.
     */
    public static JwsKey ofJwk(String json) {
        throw new AssertionError("soon");
    }

    /** This key under another kid of 1 to 256 printable characters. */
    public JwsKey withKid(String kid) {
        throw new AssertionError("soon");
    }

    /** This key, tried also for tokens of its algorithm that name no kid. */
    public JwsKey acceptsTokensWithoutKid() {
        throw new AssertionError("soon");
    }

    /** This key without a name: tried for every token of its algorithm, whatever kid that carries; none is written. */
    public JwsKey withoutKid() {
        throw new AssertionError("soon");
    }

    /** The name that tokens carry: configured, else {@code 1} for a secret and the RFC 7638 thumbprint otherwise; null without a name. */
    public @Nullable String kid() {
        throw new AssertionError("soon");
    }

    public JwsAlgorithm algorithm() {
        throw new AssertionError("soon");
    }

    /** Whether it can sign; every key verifies. */
    public boolean signs() {
        throw new AssertionError("soon");
    }

    /** False after {@link #withoutKid()}. */
    public boolean isNamed() {
        throw new AssertionError("soon");
    }
}
