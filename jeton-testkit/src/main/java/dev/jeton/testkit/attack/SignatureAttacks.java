package dev.jeton.testkit.attack;

import dev.jeton.testkit.TokenForge;
import dev.jeton.testkit.TokenForge.Part;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Signatures that are missing, shortened, spelled otherwise or worked out from the key: SIG-08, SIG-09, SIG-12 to SIG-19, SIG-22, SIG-23. */
final class SignatureAttacks {
    private static final Map<String, Integer> LENGTHS =
            Map.of("HS256", 32, "RS256", 256, "PS256", 256, "ES256", 64, "EdDSA", 64);

    /** Every so manieth bit of a token is flipped: a prime, so that all bits of a byte have their turn. */
    private static final int STEP = 29;

    private final Target target;
    private final Attacks attacks;

    SignatureAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        for (String alg : Target.ALGORITHMS) {
            missing(alg);
            flips(alg);
        }
        segments();
        ellipticCurve();
        edwards();
        paddings();
        truncated();
        borrowed();
    }

    private void missing(String alg) {
        attacks.refused(
                "SIG-08",
                alg + ", an empty signature",
                () -> target.good(alg).unsigned().compact());
        attacks.refused(
                "SIG-08",
                alg + ", a signature of zeros",
                () -> target.good(alg)
                        .signature(new byte[LENGTHS.getOrDefault(alg, 0)])
                        .compact());
    }

    private void segments() {
        segments("header and payload", parts -> parts[0] + "." + parts[1]);
        segments("the header", parts -> parts[0]);
        segments("the payload between dots", parts -> "." + parts[1] + ".");
        segments("an empty header", parts -> "." + parts[1] + "." + parts[2]);
        segments("payload and signature", parts -> parts[1] + "." + parts[2]);
        segments("header and signature, an empty payload", parts -> parts[0] + ".." + parts[2]);
        segments("two dots", parts -> "..");
    }

    private void segments(String label, Function<String[], String> choice) {
        attacks.refused(
                "SIG-09",
                "nothing but " + label,
                () -> choice.apply(target.good().compact().split("\\.")));
    }

    private void changed(String row, String label, String alg, UnaryOperator<byte[]> change) {
        attacks.refused(
                row,
                alg + ", " + label,
                () -> target.good(alg).signatureChanged(change).compact());
    }

    private void ellipticCurve() {
        Map<String, byte[]> edges = EllipticCurve.edges();
        List<String> four = List.of("0", "1", "n-1", "n");
        edges.forEach((r, rBytes) -> edges.forEach((s, sBytes) -> {
            String row = four.contains(r) && four.contains(s) ? "SIG-12" : "SIG-14";
            changed(
                    row,
                    "r = " + r + ", s = " + s,
                    "ES256",
                    good -> EllipticCurve.joined(rBytes, sBytes));
        }));
        for (String beyond : List.of("n", "n+1", "all ones")) {
            byte[] value = edges.getOrDefault(beyond, new byte[0]);
            changed(
                    "SIG-14",
                    "r = " + beyond + ", s as it was",
                    "ES256",
                    good -> EllipticCurve.joined(value, Arrays.copyOfRange(good, 32, 64)));
            changed(
                    "SIG-14",
                    "r as it was, s = " + beyond,
                    "ES256",
                    good -> EllipticCurve.joined(Arrays.copyOf(good, 32), value));
        }
        for (int length : List.of(1, 32, 63, 65, 66, 96)) {
            changed(
                    "SIG-13",
                    "cut or filled to " + length + " bytes",
                    "ES256",
                    good -> Arrays.copyOf(good, length));
        }
        changed("SIG-13", "in DER", "ES256", EllipticCurve::der);
    }

    private void edwards() {
        changed("SIG-15", "a byte behind", "EdDSA", good -> Arrays.copyOf(good, 65));
        changed("SIG-15", "S + L", "EdDSA", EdwardsCurve::withGroupOrder);
        changed("SIG-15", "S = 0", "EdDSA", good -> Arrays.copyOf(Arrays.copyOf(good, 32), 64));
        changed("SIG-15", "the other sign of R", "EdDSA", EdwardsCurve::withOtherSign);
        EdwardsCurve.smallPoints()
                .forEach((label, r) -> changed(
                        "SIG-15",
                        "R = " + label + ", S = 0",
                        "EdDSA",
                        good -> Arrays.copyOf(r, 64)));
    }

    private void paddings() {
        RsaForgery rsa = new RsaForgery(target.rsa);
        rsa.paddings()
                .forEach((label, maker) -> attacks.refused(
                        "SIG-16",
                        label,
                        () -> target.good("RS256").signature(maker).compact()));
        RsaForgery pss = new RsaForgery(target.pss);
        pss.saltsAndHashes()
                .forEach((label, maker) -> attacks.refused(
                        "SIG-17",
                        label,
                        () -> target.good("PS256").signature(maker).compact()));
        for (String alg : List.of("RS256", "PS256")) {
            RsaForgery key = alg.equals("RS256") ? rsa : pss;
            changed(
                    "SIG-17",
                    "zeros in front",
                    alg,
                    good -> EllipticCurve.joined(new byte[1], good));
            changed("SIG-17", "the modulus added", alg, key::plusModulus);
            changed("SIG-17", "the modulus", alg, good -> key.modulus());
        }
    }

    private void flips(String alg) {
        int length = target.good(alg).compact().length();
        for (int bit = 0; bit < 8 * length; bit += STEP) {
            int flipped = bit;
            attacks.refused(
                    "SIG-18",
                    alg + ", bit " + bit + " flipped",
                    () -> flip(target.good(alg).compact(), flipped));
        }
    }

    /** The text with one bit of one of its characters the other way round. */
    static String flip(String token, int bit) {
        int at = bit / 8 % token.length();
        char flipped = (char) (token.charAt(at) ^ 1 << bit % 8);
        return token.substring(0, at) + flipped + token.substring(at + 1);
    }

    private void truncated() {
        for (int length : List.of(16, 31, 33)) {
            changed(
                    "SIG-19",
                    "a MAC of " + length + " bytes",
                    "HS256",
                    good -> Arrays.copyOf(good, length));
        }
    }

    /** What a table of tokens could mix up: all of it but one part is a good token's. */
    private void borrowed() {
        attacks.refused(
                "SIG-22",
                "a good token's header and signature, another payload",
                () -> target.good()
                        .payloadReplaced(target.claims().text("sub", "admin").json())
                        .compact());
        attacks.refused("SIG-22", "a good token's payload and signature, another header", () -> {
            String[] parts = target.good().compact().split("\\.");
            return Target.base64("{\"kid\":\"hs\",\"alg\":\"HS256\"}") + "." + parts[1] + "."
                    + parts[2];
        });
        attacks.refused(
                "SIG-22",
                "a good token with another last character",
                () -> target.good()
                        .changed(Part.SIGNATURE, SignatureAttacks::otherEnd)
                        .compact());
        attacks.refused(
                "SIG-22",
                "a text of the same String.hashCode as a good token",
                () -> Collisions.of(target.good().compact()));
        attacks.refused(
                "SIG-23",
                "claims with a canary under a bad signature",
                () -> TokenForge.token()
                        .header(Target.header("HS256", "hs").json())
                        .payload(target.claims()
                                .text("sub", HostileTokens.CANARY)
                                .json())
                        .signed(
                                "HS256",
                                "mallory's own secret of 32 bytes".getBytes(StandardCharsets.UTF_8))
                        .compact());
    }

    /** Another character whose spare bits are zero too. */
    private static String otherEnd(String signature) {
        int last = signature.length() - 1;
        return signature.substring(0, last) + (signature.charAt(last) == 'A' ? 'E' : 'A');
    }
}
