package dev.jeton.testkit.attack;

import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A public key in the forms that anyone can get it in. */
final class KeyForms {
    private final KeyPair pair;
    private final String alg;
    private final String kid;

    KeyForms(KeyPair pair, String alg, String kid) {
        this.pair = pair;
        this.alg = alg;
        this.kid = kid;
    }

    Map<String, byte[]> all() {
        byte[] spki = pair.getPublic().getEncoded();
        byte[] certificate = Certificates.selfSigned(pair);
        String pem = pem("PUBLIC KEY", spki);
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("SPKI in DER", spki);
        forms.put("SPKI in PEM", utf8(pem));
        forms.put("SPKI in PEM with a line end", utf8(pem + "\n"));
        forms.put("SPKI in PEM after a blank", utf8(" " + pem));
        forms.put("SPKI in PEM with CRLF", utf8(pem.replace("\n", "\r\n")));
        forms.put("SPKI in PEM with CRLF and a last one", utf8((pem + "\n").replace("\n", "\r\n")));
        forms.put("SPKI in base64", utf8(Base64.getEncoder().encodeToString(spki)));
        forms.put("JWK", utf8(jwk()));
        forms.put("JWK Set", utf8("{\"keys\":[" + jwk() + "]}"));
        forms.put("certificate in DER", certificate);
        forms.put("certificate in PEM", utf8(pem("CERTIFICATE", certificate) + "\n"));
        if (pair.getPublic().getAlgorithm().equals("RSA")) {
            byte[] pkcs1 = Arrays.copyOfRange(spki, 24, spki.length);
            forms.put("PKCS#1 in DER", pkcs1);
            forms.put("PKCS#1 in PEM", utf8(pem("RSA PUBLIC KEY", pkcs1)));
            forms.put("PKCS#1 in PEM with a line end", utf8(pem("RSA PUBLIC KEY", pkcs1) + "\n"));
        }
        return forms;
    }

    /** The key as a JWK Set has it. */
    String jwk() {
        JwsAlgorithm algorithm = JwsAlgorithm.named(alg).orElseThrow();
        String set = KeyRing.verifyingOnly(
                        JwsKey.ofPublic(algorithm, pair.getPublic()).withKid(kid))
                .toPublicJwkSet();
        return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + what + "-----";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
