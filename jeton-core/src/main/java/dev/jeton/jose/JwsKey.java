package dev.jeton.jose;

import dev.jeton.failure.SettingsException;

import org.jspecify.annotations.Nullable;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A key: material, one algorithm, and a kid. Immutable. Making one checks it: every problem is a
 * {@link SettingsException} that says how to mend it and never holds key text.
 */
public final class JwsKey {
    static final int GREATEST_KID = 256;

    /** Which tokens a key answers to besides those that carry its kid. */
    private enum Answers {
        TO_ITS_KID,
        WITHOUT_KID_TOO,
        TO_EVERY_TOKEN_OF_ITS_ALGORITHM
    }

    private final JwsAlgorithm algorithm;
    private final SignatureMethod method;
    private final @Nullable Map<String, Object> publicMembers;
    private final @Nullable String kid;
    private final Answers answers;
    private final byte[] plainHeader;

    private JwsKey(
            JwsAlgorithm algorithm,
            SignatureMethod method,
            @Nullable Map<String, Object> publicMembers,
            @Nullable String kid,
            Answers answers) {
        this.algorithm = algorithm;
        this.method = method;
        this.publicMembers = publicMembers;
        this.kid = kid;
        this.answers = answers;
        this.plainHeader = JwsSigner.header(algorithm, kid, Map.of());
    }

    /** A secret for HS256: {@code base64:…}, {@code hex:…}, or text of at least 32 UTF-8 bytes (RFC 7518 §3.2). */
    public static JwsKey ofSecret(String text) {
        return ofSecret(JwsAlgorithm.HS256, text);
    }

    /** A secret written as for {@link #ofSecret(String)}, at least as long as the hash of {@code algorithm}. */
    public static JwsKey ofSecret(JwsAlgorithm algorithm, String text) {
        return secret(algorithm, Secrets.read(algorithm, text), true);
    }

    /** A secret of raw bytes, which are copied. */
    public static JwsKey ofSecret(JwsAlgorithm algorithm, byte[] secret) {
        return secret(algorithm, Secrets.checked(algorithm, secret), true);
    }

    /** A secret of text taken as it stands, prefixes included. */
    public static JwsKey ofLiteralSecret(JwsAlgorithm algorithm, String text) {
        return secret(algorithm, Secrets.readLiteral(algorithm, text), true);
    }

    /** A signing key. The halves must match: one signature is made and verified. */
    public static JwsKey ofPair(
            JwsAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {
        return pair(algorithm, privateKey, publicKey);
    }

    /** A key that verifies only. */
    public static JwsKey ofPublic(JwsAlgorithm algorithm, PublicKey publicKey) {
        return pair(algorithm, null, publicKey);
    }

    /**
     * A public key ({@code BEGIN PUBLIC KEY}), which verifies only, or an RSA private key ({@code BEGIN PRIVATE KEY},
     * PKCS#8), whose public half is worked out. Other private keys need {@link #ofPem(JwsAlgorithm, String, String)}.
     */
    public static JwsKey ofPem(JwsAlgorithm algorithm, String pem) {
        Pem read = Pem.read(pem);
        if (!read.isPrivate()) {
            return ofPublic(algorithm, read.publicKey(algorithm));
        }
        PrivateKey privateKey = read.privateKey(algorithm);
        return ofPair(algorithm, privateKey, Pem.publicHalf(privateKey));
    }

    /** A signing key from a PKCS#8 private and an SPKI public PEM. */
    public static JwsKey ofPem(JwsAlgorithm algorithm, String privatePem, String publicPem) {
        return ofPair(
                algorithm,
                Pem.read(privatePem).privateKey(algorithm),
                Pem.read(publicPem).publicKey(algorithm));
    }

    /**
     * A JSON Web Key (RFC 7517) of kty oct, RSA, EC or OKP. {@code alg} is required, {@code use} and {@code key_ops} must
     * allow signatures, {@code kid} is taken over. With its private members it signs, without them it verifies only.
     */
    public static JwsKey ofJwk(String json) {
        Jwk jwk = Jwk.read(json);
        JwsAlgorithm algorithm = jwk.algorithm();
        boolean secret = algorithm.family() == JwsAlgorithm.Family.HMAC;
        boolean signs = jwk.allows("sign") && (secret || jwk.has("d"));
        if (!jwk.allows("verify") && (secret || !signs)) {
            throw new SettingsException(
                    "The JWK's key_ops do not allow \"verify\": use a key made for signatures.");
        }
        JwkMaterial material = new JwkMaterial(algorithm, jwk);
        JwsKey key = secret
                ? secret(algorithm, Secrets.checkLength(algorithm, jwk.bytes("k")), signs)
                : pair(algorithm, signs ? material.privateKey() : null, material.publicKey());
        String kid = jwk.text("kid");
        return kid == null ? key : key.withKid(kid);
    }

    private static JwsKey secret(JwsAlgorithm algorithm, byte[] secret, boolean signs) {
        return new JwsKey(
                algorithm, new HmacMethod(algorithm, secret, signs), null, "1", Answers.TO_ITS_KID);
    }

    private static JwsKey pair(
            JwsAlgorithm algorithm, @Nullable PrivateKey privateKey, PublicKey publicKey) {
        KeyChecks.check(algorithm, publicKey);
        SignatureMethod method = new PairMethod(algorithm, publicKey, privateKey);
        if (privateKey != null) {
            KeyChecks.tryOut(method);
        }
        Map<String, Object> members = PublicJwk.requiredMembers(algorithm, publicKey);
        return new JwsKey(
                algorithm, method, members, PublicJwk.thumbprint(members), Answers.TO_ITS_KID);
    }

    /** This key under another kid of 1 to 256 printable characters. */
    public JwsKey withKid(String newKid) {
        if (newKid.isEmpty()
                || newKid.length() > GREATEST_KID
                || !newKid.codePoints().allMatch(JwsKey::isPrintable)) {
            throw new SettingsException("A kid must have 1 to " + GREATEST_KID
                    + " printable characters: choose a short name or a date.");
        }
        Answers same = isNamed() ? answers : Answers.TO_ITS_KID;
        return new JwsKey(algorithm, method, publicMembers, newKid, same);
    }

    /** This key, tried also for tokens of its algorithm that name no kid. */
    public JwsKey acceptsTokensWithoutKid() {
        Answers more = isNamed() ? Answers.WITHOUT_KID_TOO : answers;
        return new JwsKey(algorithm, method, publicMembers, kid, more);
    }

    /** This key without a name: tried for every token of its algorithm, whatever kid that carries; none is written. */
    public JwsKey withoutKid() {
        return new JwsKey(
                algorithm, method, publicMembers, null, Answers.TO_EVERY_TOKEN_OF_ITS_ALGORITHM);
    }

    /**
     * This key with the cryptography of a JCA provider, such as Bouncy Castle's. What Jeton checks of keys and signatures it
     * checks all the same, before the provider is asked.
     *
     * @throws SettingsException when the provider cannot use the key for its algorithm
     */
    public JwsKey withProvider(Provider provider) {
        SignatureMethod other = method.by(new Jca(provider));
        KeyChecks.tryOut(other, algorithm, provider);
        return new JwsKey(algorithm, other, publicMembers, kid, answers);
    }

    /** As {@link #withProvider(Provider)}, by the name of one that is installed in the runtime. */
    public JwsKey withProvider(String name) {
        Provider installed = Security.getProvider(name);
        if (installed == null) {
            throw new SettingsException("There is no JCA provider of the name \"" + name
                    + "\": install it in java.security or with Security.addProvider, or take one of "
                    + Stream.of(Security.getProviders()).map(Provider::getName).toList() + ".");
        }
        return withProvider(installed);
    }

    /** The name that tokens carry: configured, else {@code 1} for a secret and the RFC 7638 thumbprint for others. */
    public @Nullable String kid() {
        return kid;
    }

    public JwsAlgorithm algorithm() {
        return algorithm;
    }

    /** Whether it can sign; every key verifies. */
    public boolean signs() {
        return method.signs();
    }

    /** False after {@link #withoutKid()}. */
    public boolean isNamed() {
        return kid != null;
    }

    /** True after {@link #acceptsTokensWithoutKid()}. */
    public boolean isForTokensWithoutKid() {
        return answers == Answers.WITHOUT_KID_TOO;
    }

    SignatureMethod method() {
        return method;
    }

    /** The required members of the public JWK; null for a secret, which has none. */
    @Nullable
    Map<String, Object> publicMembers() {
        return publicMembers;
    }

    /** The base64url header segment of a token without further parameters; not to be changed. */
    byte[] plainHeader() {
        return plainHeader;
    }

    /** Algorithm and kid; never the material. */
    @Override
    public String toString() {
        String name = kid == null
                ? "without kid, for every " + algorithm.jwsName() + " token"
                : "kid " + kid;
        String more = isForTokensWithoutKid() ? ", for tokens without kid too" : "";
        return "JwsKey[" + algorithm.jwsName() + ", " + name + more + "]";
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
