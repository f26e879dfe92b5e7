package dev.jeton.jose;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

import java.security.Provider;

/** The same vectors with Bouncy Castle's cryptography behind Jeton's checks. */
class BouncyCastleWycheproofTest extends WycheproofTest {
    private static final Provider PROVIDER = new BouncyCastleProvider();

    @Override
    JwsKey used(JwsKey key) {
        return key.withProvider(PROVIDER);
    }
}
