package dev.jeton.testkit.attack;

import dev.jeton.testkit.TokenForge;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;

/** Who chooses the algorithm, and with which key: SIG-01 to SIG-07, SIG-10, SIG-11, SIG-20. */
final class AlgorithmAttacks {
    private final Target target;
    private final Attacks attacks;

    AlgorithmAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        none();
        confusion();
        sameFamily();
        wrongSecrets();
        encrypted();
    }

    private void none() {
        unsigned("SIG-01", "\"none\"", "alg none, unsigned");
        for (String alg : List.of(
                "\"None\"",
                "\"NONE\"",
                "\"nOnE\"",
                "\"noNE\"",
                "\"none \"",
                "\" none\"",
                "\"n\\u006fne\"",
                "[\"none\"]",
                "\"\"",
                "null")) {
            unsigned("SIG-02", alg, "alg " + alg.replace("\"", "'") + ", unsigned");
        }
        for (String kid : List.of("", ",\"kid\":\"hs\"", ",\"kid\":\"rs\"")) {
            String header = "{\"alg\":\"none\"" + kid + "}";
            String named = kid.isEmpty() ? "" : ", a real kid";
            attacks.refused(
                    "SIG-03",
                    "alg none with the right MAC" + named,
                    () -> target.signed(header).compact());
            attacks.refused(
                    "SIG-03",
                    "alg none with noise as signature" + named,
                    () -> target.signed(header).signature(Target.random(32)).compact());
            attacks.refused(
                    "SIG-03",
                    "alg none, unsigned" + named,
                    () -> target.signed(header).unsigned().compact());
        }
    }

    private void unsigned(String row, String alg, String label) {
        String header = "{\"alg\":" + alg + ",\"typ\":\"JWT\"}";
        attacks.refused(row, label, () -> target.signed(header).unsigned().compact());
        attacks.refused(
                row,
                label + ", without the second dot",
                () -> target.signed(header).unsigned().stripped().compact());
    }

    /** The server's public keys, in every form that a file may hold them, as secrets of HMACs. */
    private void confusion() {
        confusion("SIG-04", "RS256", target.rsa);
        confusion("SIG-04", "PS256", target.pss);
        confusion("SIG-05", "ES256", target.ec);
        confusion("SIG-05", "EdDSA", target.ed);
    }

    private void confusion(String row, String alg, KeyPair pair) {
        String kid = Target.kid(alg);
        Map<String, byte[]> forms = new KeyForms(pair, alg, kid).all();
        forms.forEach((form, secret) -> {
            for (String hmac : List.of("HS256", "HS384", "HS512")) {
                String header = Target.header(hmac, kid).json();
                attacks.refused(
                        row,
                        hmac + " with the public key of " + alg + ", " + form,
                        () -> target.signed(header).signed(hmac, secret).compact());
            }
            attacks.refused(
                    row,
                    "HS256 without kid, with the public key of " + alg + ", " + form,
                    () -> target.signed("{\"alg\":\"HS256\"}")
                            .signed("HS256", secret)
                            .compact());
        });
    }

    private void sameFamily() {
        for (String pinned : List.of("RS256", "PS256")) {
            for (String sent : List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")) {
                if (!sent.equals(pinned)) {
                    otherAlgorithm(pinned, sent);
                }
            }
        }
        KeyPair p384 = Target.curve("secp384r1");
        attacks.refused(
                "SIG-06",
                "ES384 in the header, and a signature of a P-384 key",
                () -> target.signed(Target.header("ES384", "es").json())
                        .signed("ES384", p384.getPrivate())
                        .compact());
        for (String sent : List.of("HS384", "HS512")) {
            attacks.refused(
                    "SIG-07",
                    sent + " in the header, with the right MAC of it",
                    () -> target.signed(Target.header(sent, "hs").json())
                            .signed(sent, target.secret)
                            .compact());
            attacks.refused(
                    "SIG-07",
                    "HS256 in the header, with the MAC of " + sent,
                    () -> target.good().signed(sent, target.secret).compact());
        }
    }

    private void otherAlgorithm(String pinned, String sent) {
        String kid = Target.kid(pinned);
        TokenForge signed =
                TokenForge.token().signed(sent, target.pairOf(pinned).getPrivate());
        String payload = target.claims().json();
        attacks.refused(
                "SIG-06",
                sent + " in header and signature, with the key of " + pinned,
                () -> signed.header(Target.header(sent, kid).json())
                        .payload(payload)
                        .compact());
        attacks.refused(
                "SIG-06",
                pinned + " in the header, " + sent + " in the signature",
                () -> signed.header(Target.header(pinned, kid).json())
                        .payload(payload)
                        .compact());
    }

    private void wrongSecrets() {
        for (String kid : List.of("hs", "unknown")) {
            String header = Target.header("HS256", kid).json();
            attacks.refused(
                    "SIG-10",
                    "signed with an empty secret, kid " + kid,
                    () -> target.signed(header).signed("HS256", new byte[0]).compact());
        }
        attacks.refused(
                "SIG-10",
                "signed with an empty secret, without kid",
                () -> target.signed("{\"alg\":\"HS256\"}")
                        .signed("HS256", new byte[0])
                        .compact());
        attacks.refused(
                "SIG-10",
                "signed with 32 zeros",
                () -> target.good().signed("HS256", new byte[32]).compact());
        for (String secret : CommonSecrets.all()) {
            attacks.refused(
                    "SIG-11",
                    "signed with the common secret '" + secret + "'",
                    () -> target.good()
                            .signed("HS256", secret.getBytes(StandardCharsets.UTF_8))
                            .compact());
        }
    }

    private void encrypted() {
        String claims = target.claims().json();
        String plain = target.signed("{\"alg\":\"none\"}").unsigned().compact();
        attacks.refused("SIG-20", "a JWE of claims", () -> Jwe.to(target.rsa, "rs", claims));
        attacks.refused(
                "SIG-20", "a JWE around an unsigned JWT", () -> Jwe.to(target.rsa, "rs", plain));
        attacks.refused(
                "SIG-20",
                "a JWE around a good token",
                () -> Jwe.to(target.rsa, "rs", target.good().compact()));
        attacks.refused(
                "SIG-20",
                "five segments, alg dir",
                () -> Target.base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}")
                        + ".." + Target.base64(Target.random(12)) + "." + Target.base64(claims)
                        + "."
                        + Target.base64(Target.random(16)));
        attacks.refused(
                "SIG-20",
                "a good token with two segments more",
                () -> target.good().extraSegment("AAAA").extraSegment("AAAA").compact());
    }
}
