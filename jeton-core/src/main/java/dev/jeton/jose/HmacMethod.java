package dev.jeton.jose;

import dev.jeton.internal.Pool;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-2 (RFC 7518 §3.2). */
final class HmacMethod implements SignatureMethod {
    private final JwsAlgorithm algorithm;
    private final SecretKey key;
    private final boolean signs;
    private final Jca jca;
    private final Pool<Mac> macs = new Pool<>(this::newMac);

    HmacMethod(JwsAlgorithm algorithm, byte[] secret, boolean signs) {
        this(algorithm, new SecretKeySpec(secret, algorithm.jcaName()), signs, Jca.RUNTIME);
    }

    private HmacMethod(JwsAlgorithm algorithm, SecretKey key, boolean signs, Jca jca) {
        this.algorithm = algorithm;
        this.key = key;
        this.signs = signs;
        this.jca = jca;
    }

    @Override
    public SignatureMethod by(Jca other) {
        return new HmacMethod(algorithm, key, signs, other);
    }

    @Override
    public boolean signs() {
        return signs;
    }

    @Override
    public int signatureLength() {
        return algorithm.hashBytes();
    }

    @Override
    public byte[] sign(byte[] token, int end) {
        return mac(token, end);
    }

    @Override
    public boolean verify(byte[] token, int end, byte[] signature) {
        return MessageDigest.isEqual(mac(token, end), signature);
    }

    private byte[] mac(byte[] input, int length) {
        Mac mac = macs.take();
        mac.update(input, 0, length);
        byte[] result = mac.doFinal();
        macs.giveBack(mac);
        return result;
    }

    private Mac newMac() {
        try {
            Mac mac = jca.mac(algorithm.jcaName());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + algorithm.jcaName(), e);
        }
    }
}
