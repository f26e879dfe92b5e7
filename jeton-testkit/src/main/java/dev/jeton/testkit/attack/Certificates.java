package dev.jeton.testkit.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.HexFormat;

/** Self-signed X.509 certificates (RFC 5280 §4.1), for attackers have no authority that would sign theirs. */
final class Certificates {
    private static final byte[] SHA256_WITH_RSA = der(0x30, oid("2a864886f70d01010b"), hex("0500"));
    private static final byte[] SHA256_WITH_ECDSA = der(0x30, oid("2a8648ce3d040302"));
    private static final byte[] ED25519 = der(0x30, oid("2b6570"));

    private Certificates() {}

    /** In DER. */
    static byte[] selfSigned(KeyPair pair) {
        String kind = pair.getPublic().getAlgorithm();
        byte[] algorithm = kind.equals("RSA")
                ? SHA256_WITH_RSA
                : kind.equals("EC") ? SHA256_WITH_ECDSA : ED25519;
        byte[] body = body(algorithm, pair);
        byte[] signature = sign(kind, pair, body);
        return der(0x30, body, algorithm, der(0x03, new byte[1], signature));
    }

    private static byte[] body(byte[] algorithm, KeyPair pair) {
        byte[] name = der(
                0x30, der(0x31, der(0x30, oid("550403"), der(0x0c, ascii("attacker.example")))));
        byte[] validity =
                der(0x30, der(0x17, ascii("260101000000Z")), der(0x17, ascii("490101000000Z")));
        byte[] serial = der(0x02, new byte[] {1});
        return der(
                0x30, serial, algorithm, name, validity, name, pair.getPublic().getEncoded());
    }

    private static byte[] sign(String kind, KeyPair pair, byte[] body) {
        try {
            Signature signature = Signature.getInstance(
                    kind.equals("RSA")
                            ? "SHA256withRSA"
                            : kind.equals("EC") ? "SHA256withECDSA" : "Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(body);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tag, length and content (X.690 §8.1). */
    static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        int length = content.size();
        if (length >= 0x100) {
            all.write(0x82);
            all.write(length >> 8);
        } else if (length >= 0x80) {
            all.write(0x81);
        }
        all.write(length);
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    private static byte[] oid(String hex) {
        return der(0x06, hex(hex));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
