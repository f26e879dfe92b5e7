package dev.jeton.testkit.attack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypted tokens (RFC 7516): anyone who has the public key can make one that decrypts. */
final class Jwe {
    private static final int TAG = 16;

    private Jwe() {}

    /** A compact JWE by RSA-OAEP and A256GCM. */
    static String to(KeyPair receiver, String kid, String text) {
        String header =
                Target.base64("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\",\"cty\":\"JWT\",\"kid\":\""
                        + kid + "\"}");
        byte[] key = Target.random(32);
        byte[] iv = Target.random(12);
        try {
            Cipher wrapping = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            wrapping.init(Cipher.ENCRYPT_MODE, receiver.getPublic());
            Cipher content = Cipher.getInstance("AES/GCM/NoPadding");
            content.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(8 * TAG, iv));
            content.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
            byte[] sealed = content.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] encrypted = Arrays.copyOf(sealed, sealed.length - TAG);
            byte[] tag = Arrays.copyOfRange(sealed, sealed.length - TAG, sealed.length);
            return String.join(
                    ".",
                    header,
                    Target.base64(wrapping.doFinal(key)),
                    Target.base64(iv),
                    Target.base64(encrypted),
                    Target.base64(tag));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
