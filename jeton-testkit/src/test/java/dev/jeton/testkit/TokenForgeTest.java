package dev.jeton.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.testkit.TokenForge.Part;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;

class TokenForgeTest {
    private static final byte[] SECRET =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final TokenForge SIGNED =
            TokenForge.token().payload("{\"sub\":\"alice\"}").signed("HS256", SECRET);

    @Test
    @DisplayName("RFC 7515 A.1: the forge signs the HS256 example to the letter")
    void signsHs256() {
        String secret =
                "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";

        String token = TokenForge.token()
                .header("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}")
                .payload(
                        "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}")
                .signed("HS256", Base64.getUrlDecoder().decode(secret))
                .compact();

        assertThat(token)
                .isEqualTo("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
                        + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
                        + "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    }

    @Test
    @DisplayName("RFC 8037 A.4: the forge signs the Ed25519 example to the letter")
    void signsEd25519() throws Exception {
        byte[] d = Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, d));

        String token = TokenForge.token()
                .header("{\"alg\":\"EdDSA\"}")
                .payload("Example of Ed25519 signing")
                .signed("EdDSA", key)
                .compact();

        assertThat(token)
                .isEqualTo(
                        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    @ParameterizedTest
    @CsvSource({
        "RS256, RSA, SHA256withRSA, 256",
        "RS384, RSA, SHA384withRSA, 256",
        "RS512, RSA, SHA512withRSA, 256",
        "PS256, RSA, SHA-256, 256",
        "PS384, RSA, SHA-384, 256",
        "PS512, RSA, SHA-512, 256",
        "ES256, EC, SHA256withECDSAinP1363Format, 64",
        "ES384, EC, SHA384withECDSAinP1363Format, 96",
        "ES512, EC, SHA512withECDSAinP1363Format, 132"
    })
    @DisplayName("RFC 7518 §3: signatures of pairs verify, and have the length of their algorithm")
    void signsWithPairs(String alg, String kind, String jca, int length) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(
                kind.equals("RSA")
                        ? 2048
                        : alg.equals("ES512") ? 521 : Integer.parseInt(alg.substring(2)));
        KeyPair pair = generator.generateKeyPair();

        String token = TokenForge.token().signed(alg, pair.getPrivate()).compact();

        Signature verifier = Signature.getInstance(jca.startsWith("SHA-") ? "RSASSA-PSS" : jca);
        if (jca.startsWith("SHA-")) {
            int salt = Integer.parseInt(jca.substring(4)) / 8;
            verifier.setParameter(
                    new PSSParameterSpec(jca, "MGF1", new MGF1ParameterSpec(jca), salt, 1));
        }
        verifier.initVerify(pair.getPublic());
        verifier.update(
                token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        byte[] signature =
                Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
        assertThat(signature).hasSize(length);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    @DisplayName("an unsigned token ends in its second dot, a stripped one before it")
    void leavesTheSignatureOut() {
        assertThat(SIGNED.unsigned().compact()).endsWith(".").contains("eyJzdWIiOiJhbGljZSJ9");
        assertThat(SIGNED.stripped().compact().chars().filter(c -> c == '.').count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("an empty secret signs as the single zero that HMAC makes of it")
    void signsWithAnEmptySecret() {
        assertThat(SIGNED.signed("HS256", new byte[0]).compact())
                .isEqualTo(SIGNED.signed("HS256", new byte[1]).compact());
    }

    @Test
    @DisplayName("a tampered part differs in its first character alone")
    void tampers() {
        String token = SIGNED.compact();
        String[] parts = token.split("\\.");
        String[] changed = SIGNED.tampered(Part.SIGNATURE).compact().split("\\.");

        assertThat(changed[0] + "." + changed[1]).isEqualTo(parts[0] + "." + parts[1]);
        assertThat(changed[2].charAt(0)).isNotEqualTo(parts[2].charAt(0));
        assertThat(changed[2].substring(1)).isEqualTo(parts[2].substring(1));
    }

    @Test
    @DisplayName("spare bits, padding and the other alphabet decode to the same bytes")
    void respells() {
        String signature = SIGNED.compact().split("\\.")[2];
        String spare = SIGNED.spareBits(Part.SIGNATURE).compact().split("\\.")[2];
        String padded = SIGNED.padded(Part.SIGNATURE).compact().split("\\.")[2];
        String standard = SIGNED.standardAlphabet(Part.SIGNATURE).compact().split("\\.")[2];

        byte[] bytes = Base64.getUrlDecoder().decode(signature);
        assertThat(spare).isNotEqualTo(signature);
        assertThat(Base64.getUrlDecoder().decode(spare)).isEqualTo(bytes);
        assertThat(padded).isEqualTo(signature + "=");
        assertThat(Base64.getDecoder().decode(standard)).isEqualTo(bytes);
    }

    @Test
    @DisplayName("a part without spare bits is refused rather than left as it was")
    void refusesSpareBitsThatAreNotThere() {
        TokenForge forge = TokenForge.token().payload("abc");

        assertThatThrownBy(() -> forge.spareBits(Part.PAYLOAD).compact())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a payload replaced after signing keeps the first one's signature")
    void replacesThePayload() {
        String[] changed =
                SIGNED.payloadReplaced("{\"sub\":\"mallory\"}").compact().split("\\.");

        assertThat(new String(Base64.getUrlDecoder().decode(changed[1]), StandardCharsets.UTF_8))
                .contains("mallory");
        assertThat(changed[2]).isEqualTo(SIGNED.compact().split("\\.")[2]);
    }

    @Test
    @DisplayName("a member in front may stand twice, and may stand alone")
    void repeatsMembers() {
        assertThat(decoded(SIGNED.memberInFront(Part.PAYLOAD, "sub", "\"bob\""), 1))
                .isEqualTo("{\"sub\":\"bob\",\"sub\":\"alice\"}");
        assertThat(decoded(SIGNED.memberInFront(Part.HEADER, "alg", "\"none\""), 0))
                .isEqualTo("{\"alg\":\"none\",\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(decoded(TokenForge.token().memberInFront(Part.PAYLOAD, "a", "1"), 1))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    @DisplayName("changes of the text follow one another")
    void changesTheText() {
        String token = SIGNED.compact();

        assertThat(SIGNED.extraSegment("x")
                        .changed(String::strip)
                        .changed(text -> text + " ")
                        .compact())
                .isEqualTo(token + ".x ");
        assertThat(SIGNED.inserted(Part.HEADER, 2, "\n").compact())
                .isEqualTo(token.substring(0, 2) + "\n" + token.substring(2));
        assertThat(SIGNED.signatureChanged(bytes -> new byte[] {1}).compact()).endsWith(".AQ");
    }

    private static String decoded(TokenForge forge, int part) {
        return new String(
                Base64.getUrlDecoder().decode(forge.compact().split("\\.")[part]),
                StandardCharsets.UTF_8);
    }
}
