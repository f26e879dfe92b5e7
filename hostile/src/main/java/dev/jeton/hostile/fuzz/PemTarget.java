package dev.jeton.hostile.fuzz;

import dev.jeton.failure.SettingsException;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A PEM text behind a byte that chooses the algorithm: a key, or advice that repeats nothing of it. */
final class PemTarget implements Target<Object> {
    private static final Pattern RECOGNISABLE = Pattern.compile("[A-Za-z0-9+/=]{24,}");

    @Override
    public Object call(byte[] input) {
        if (input.length == 0) {
            return refusedOr(() -> JwsAlgorithm.ofPem(""));
        }
        String pem = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        Object usual = refusedOr(() -> JwsAlgorithm.ofPem(pem));
        JwsAlgorithm[] all = JwsAlgorithm.values();
        JwsAlgorithm chosen = usual instanceof JwsAlgorithm algorithm && input[0] == '*'
                ? algorithm
                : all[(input[0] & 0xFF) % all.length];
        return refusedOr(() -> JwsKey.ofPem(chosen, pem));
    }

    private static Object refusedOr(Supplier<Object> read) {
        try {
            return read.get();
        } catch (SettingsException refused) {
            return refused;
        }
    }

    @Override
    public Limit limit() {
        return Limit.OF_A_KEY;
    }

    @Override
    public void judge(byte[] input, Object result) {
        String pem = new String(input, StandardCharsets.UTF_8);
        if (result instanceof SettingsException refused) {
            RECOGNISABLE
                    .matcher(pem)
                    .results()
                    .forEach(base64 -> Property.holds(
                            !refused.toString().contains(base64.group()),
                            "no message holds a key"));
        } else if (result instanceof JwsKey key) {
            Property.holds(pem.startsWith("-----BEGIN P", 1), "a key stands in a PEM");
            Property.holds(
                    key.signs() == pem.startsWith("PRIVATE", 12), "only a private key signs");
            judgePublished(key);
        }
    }

    private static void judgePublished(JwsKey key) {
        String set = KeyRing.verifyingOnly(key).toPublicJwkSet();
        String jwk = set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
        JwsKey again = JwsKey.ofJwk(jwk);
        Property.holds(
                KeyRing.verifyingOnly(again).toPublicJwkSet().equals(set),
                "it is published and read again as the same");
        Property.holds(!again.signs(), "a published key signs nothing");
    }
}
