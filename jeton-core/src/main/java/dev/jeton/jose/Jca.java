package dev.jeton.jose;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

import javax.crypto.Mac;

/**
 * Whose cryptography a key is used with.
 *
 * @param provider null for the first of the runtime's that has what is asked for
 */
record Jca(@Nullable Provider provider) {
    static final Jca RUNTIME = new Jca(null);

    Mac mac(String name) throws NoSuchAlgorithmException {
        return provider == null ? Mac.getInstance(name) : Mac.getInstance(name, provider);
    }

    Signature signature(String name) throws NoSuchAlgorithmException {
        return provider == null
                ? Signature.getInstance(name)
                : Signature.getInstance(name, provider);
    }

    /** The key as the provider makes it, so that it need not know those of others; itself where it does not. */
    PublicKey adapted(PublicKey key) {
        KeyFactory factory = factory(key);
        try {
            return factory == null
                    ? key
                    : factory.generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    /** As {@link #adapted(PublicKey)}; one that does not leave its device is used as it is. */
    PrivateKey adapted(PrivateKey key) {
        KeyFactory factory = factory(key);
        try {
            return factory == null
                    ? key
                    : factory.generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    private @Nullable KeyFactory factory(Key key) {
        if (provider == null || key.getEncoded() == null) {
            return null;
        }
        try {
            return KeyFactory.getInstance(key.getAlgorithm(), provider);
        } catch (NoSuchAlgorithmException e) {
            return null;
        }
    }
}
