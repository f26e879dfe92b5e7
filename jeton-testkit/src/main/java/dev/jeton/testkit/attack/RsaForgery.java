package dev.jeton.testkit.attack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * RSA signatures over blocks that RFC 8017 §8 and §9 do not allow. They are made with the private key, as if the attacker
 * had found a message with that block: a verifier that looks at a part of the block only would take them.
 */
final class RsaForgery {
    private static final byte[] SHA256 =
            HexFormat.of().parseHex("3031300d060960864801650304020105000420");
    private static final byte[] SHA512 =
            HexFormat.of().parseHex("3051300d060960864801650304020305000440");
    private static final byte[] TWO_NULLS =
            HexFormat.of().parseHex("3033300f0609608648016503040201050005000420");

    private final PrivateKey key;
    private final BigInteger modulus;
    private final BigInteger exponent;
    private final int bytes;

    RsaForgery(KeyPair pair) {
        this.key = pair.getPrivate();
        this.modulus = ((RSAPublicKey) pair.getPublic()).getModulus();
        this.exponent = ((RSAPrivateKey) pair.getPrivate()).getPrivateExponent();
        this.bytes = modulus.bitLength() / 8;
    }

    /** Signatures worked out from the signing input, with a name each. */
    Map<String, UnaryOperator<byte[]>> paddings() {
        Map<String, UnaryOperator<byte[]>> makers = new LinkedHashMap<>();
        makers.put(
                "a short padding, noise behind the hash",
                input ->
                        raw(block(1, 8, EllipticCurve.joined(SHA256, sha256(input), filled(180)))));
        makers.put(
                "no padding, noise behind the hash",
                input ->
                        raw(block(1, 0, EllipticCurve.joined(SHA256, sha256(input), filled(190)))));
        makers.put("a padding of zeros", input -> raw(zeroPadded(input)));
        makers.put("block type 0", input -> raw(full(0, SHA256, sha256(input))));
        makers.put("block type 2", input -> raw(full(2, SHA256, sha256(input))));
        makers.put("no zero before the hash", input -> {
            byte[] block = full(1, SHA256, sha256(input));
            block[bytes - 32 - SHA256.length - 1] = 1;
            return raw(block);
        });
        makers.put("a leading byte of 1", input -> {
            byte[] block = full(1, SHA256, sha256(input));
            block[0] = 1;
            return raw(block);
        });
        makers.put("one byte of the padding altered", input -> {
            byte[] block = full(1, SHA256, sha256(input));
            block[50] = (byte) 0xfe;
            return raw(block);
        });
        makers.put("the hash without a name", input -> raw(full(1, new byte[0], sha256(input))));
        makers.put(
                "the hash under the name of SHA-512", input -> raw(full(1, SHA512, sha256(input))));
        makers.put("two NULLs beside the name", input -> raw(full(1, TWO_NULLS, sha256(input))));
        makers.put("another hash", input -> raw(full(1, SHA256, sha256(sha256(input)))));
        makers.put(
                "a hash cut short",
                input -> raw(full(1, SHA256, Arrays.copyOf(sha256(input), 31))));
        makers.put(
                "the hash alone",
                input -> raw(EllipticCurve.joined(new byte[bytes - 32], sha256(input))));
        makers.put("the block itself, not signed", input -> full(1, SHA256, sha256(input)));
        makers.put("1", input -> fixed(BigInteger.ONE));
        makers.put("n-1", input -> fixed(modulus.subtract(BigInteger.ONE)));
        return makers;
    }

    /** PSS signatures by other parameters than RFC 7518 §3.5 has. */
    Map<String, UnaryOperator<byte[]>> saltsAndHashes() {
        Map<String, UnaryOperator<byte[]>> makers = new LinkedHashMap<>();
        for (int salt : new int[] {0, 20, 31, 33, 48, 64}) {
            makers.put(
                    "a salt of " + salt + " bytes",
                    input -> pss("SHA-256", "SHA-256", salt, input));
        }
        makers.put("SHA-1", input -> pss("SHA-1", "SHA-1", 20, input));
        makers.put("SHA-384", input -> pss("SHA-384", "SHA-384", 48, input));
        makers.put("SHA-512 with a salt of 32", input -> pss("SHA-512", "SHA-512", 32, input));
        makers.put("MGF1 with SHA-1", input -> pss("SHA-256", "SHA-1", 32, input));
        makers.put("MGF1 with SHA-512", input -> pss("SHA-256", "SHA-512", 32, input));
        makers.put("PKCS#1 v1.5 in place of PSS", input -> raw(full(1, SHA256, sha256(input))));
        return makers;
    }

    byte[] plusModulus(byte[] signature) {
        return unsigned(new BigInteger(1, signature).add(modulus));
    }

    byte[] modulus() {
        return fixed(modulus);
    }

    private byte[] pss(String hash, String mask, int salt, byte[] input) {
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec(
                    hash,
                    "MGF1",
                    new MGF1ParameterSpec(mask),
                    salt,
                    PSSParameterSpec.TRAILER_FIELD_BC));
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A block of full length: 00, type, FF…, 00, name, hash. */
    private byte[] full(int type, byte[] name, byte[] hash) {
        byte[] info = EllipticCurve.joined(name, hash);
        return block(type, bytes - info.length - 3, info);
    }

    /** 00, type, so many FF, 00, and the rest, filled up with zeros. */
    private byte[] block(int type, int padding, byte[] rest) {
        byte[] block = new byte[bytes];
        block[1] = (byte) type;
        Arrays.fill(block, 2, 2 + padding, (byte) 0xff);
        System.arraycopy(rest, 0, block, 3 + padding, Math.min(rest.length, bytes - 3 - padding));
        return block;
    }

    private byte[] zeroPadded(byte[] input) {
        byte[] block = full(1, SHA256, sha256(input));
        Arrays.fill(block, 2, bytes - 32 - SHA256.length, (byte) 0);
        return block;
    }

    private static byte[] filled(int length) {
        byte[] noise = new byte[length];
        Arrays.fill(noise, (byte) 0x5a);
        return noise;
    }

    private byte[] raw(byte[] block) {
        return fixed(new BigInteger(1, block).mod(modulus).modPow(exponent, modulus));
    }

    private byte[] fixed(BigInteger value) {
        byte[] unsigned = unsigned(value);
        return EllipticCurve.joined(new byte[Math.max(0, bytes - unsigned.length)], unsigned);
    }

    private static byte[] unsigned(BigInteger value) {
        byte[] signed = value.toByteArray();
        return signed[0] == 0 && signed.length > 1
                ? Arrays.copyOfRange(signed, 1, signed.length)
                : signed;
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
