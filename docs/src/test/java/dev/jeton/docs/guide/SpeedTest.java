package dev.jeton.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

class SpeedTest {
    private final KeyPair pair = pair();
    private final String privatePem = pem("PRIVATE KEY", pair.getPrivate());
    private final String publicPem = pem("PUBLIC KEY", pair.getPublic());

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String label, Key key) {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    @Test
    @DisplayName("The memory for verified tokens is a setting")
    void memory() {
        Jeton jeton = Jeton.builder()
                .privateKey(privatePem)
                .publicKey(publicPem)
                .verifiedTokenMemory(64 << 20)
                .build();
        assertVerifies(jeton);
    }

    @Test
    @DisplayName("Tokens of a secret are remembered when that is asked for")
    void hmacMemory() {
        String secret = "Zk1rT5yqO8wVb3nX7cE2hJ6pL9sD4gAu";
        Jeton jeton = Jeton.builder().secretKey(secret).rememberHmacTokens(true).build();
        assertVerifies(jeton);
    }

    @Test
    @DisplayName("A key uses the provider that it is given")
    void provider() {
        JwsKey key = JwsKey.ofPem(JwsAlgorithm.ES256, privatePem, publicPem)
                .withProvider(new BouncyCastleProvider());
        Jeton jeton = Jeton.builder().keys(KeySource.of(KeyRing.of(key))).build();
        assertVerifies(jeton);
    }

    private static void assertVerifies(Jeton jeton) {
        String token = jeton.createAccessToken("ada");
        assertThat(jeton.verifier().verify(token).subject()).isEqualTo("ada");
        assertThat(jeton.verifier().verify(token).subject()).isEqualTo("ada");
    }
}
