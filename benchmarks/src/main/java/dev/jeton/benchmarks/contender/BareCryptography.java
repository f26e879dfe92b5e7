package dev.jeton.benchmarks.contender;

import static dev.jeton.benchmarks.contender.Verification.require;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;

import javax.crypto.Mac;

/**
 * The JDK's cryptography alone, an instance a thread, on the bytes of a token: below it nothing can go. For HS256 it is the bare
 * {@code Mac}.
 */
final class BareCryptography implements Contender {
    private static final String HEADER_AND_PAYLOAD = "h".repeat(310);

    @Override
    public Verification verification(Fixture fixture) {
        return fixture.isHmac() ? mac(fixture) : signature(fixture);
    }

    private static Verification mac(Fixture fixture) {
        ThreadLocal<Mac> macs = ThreadLocal.withInitial(() -> newMac(fixture));
        return (token, out) -> {
            int end = token.lastIndexOf('.');
            Mac mac = macs.get();
            mac.update(token.getBytes(StandardCharsets.ISO_8859_1), 0, end);
            byte[] sent = Base64.getUrlDecoder().decode(token.substring(end + 1));
            require(MessageDigest.isEqual(mac.doFinal(), sent));
        };
    }

    private static Verification signature(Fixture fixture) {
        ThreadLocal<Signature> signatures = ThreadLocal.withInitial(() -> newVerifier(fixture));
        return (token, out) -> {
            int end = token.lastIndexOf('.');
            Signature signature = signatures.get();
            signature.update(token.getBytes(StandardCharsets.ISO_8859_1), 0, end);
            try {
                require(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1))));
            } catch (SignatureException unreadable) {
                signatures.remove(); // it keeps what it was given, and would refuse the next token
                throw unreadable;
            }
        };
    }

    @Override
    public Signing signing(Fixture fixture) {
        return fixture.isHmac() ? macSigning(fixture) : signatureSigning(fixture);
    }

    private static Signing macSigning(Fixture fixture) {
        ThreadLocal<Mac> macs = ThreadLocal.withInitial(() -> newMac(fixture));
        return subject -> {
            Mac mac = macs.get();
            mac.update(HEADER_AND_PAYLOAD.getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        };
    }

    private static Signing signatureSigning(Fixture fixture) {
        ThreadLocal<Signature> signatures = ThreadLocal.withInitial(() -> newSigner(fixture));
        return subject -> {
            Signature signature = signatures.get();
            signature.update(HEADER_AND_PAYLOAD.getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        };
    }

    private static Mac newMac(Fixture fixture) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(fixture.secretKey());
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature newVerifier(Fixture fixture) {
        try {
            Signature signature = Signature.getInstance(jcaName(fixture));
            signature.initVerify(fixture.pair().getPublic());
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature newSigner(Fixture fixture) {
        try {
            Signature signature = Signature.getInstance(jcaName(fixture));
            signature.initSign(fixture.pair().getPrivate());
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jcaName(Fixture fixture) {
        return switch (fixture.algorithm()) {
            case RS256 -> "SHA256withRSA";
            case ES256 -> "SHA256withECDSAinP1363Format";
            default -> "Ed25519";
        };
    }
}
