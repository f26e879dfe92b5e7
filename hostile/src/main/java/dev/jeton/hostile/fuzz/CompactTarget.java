package dev.jeton.hostile.fuzz;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.JwsVerifier;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jose.VerifiedJws;
import dev.jeton.testkit.TokenForge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** The text of a token: nothing passes but what the key signed, character for character. */
final class CompactTarget implements Target<Object> {
    private static final Set<Reason> REFUSALS = EnumSet.of(
            Reason.MALFORMED,
            Reason.HEADER_INVALID,
            Reason.ALGORITHM_REFUSED,
            Reason.KEY_UNKNOWN,
            Reason.SIGNATURE_INVALID);

    private final JwsVerifier verifier = new JwsVerifier(KeySource.of(KeyRing.of(
            JwsKey.ofSecret(JwsAlgorithm.HS256, Fixture.secret()).withKid(Fixture.KID))));

    @Override
    public Object call(byte[] input) {
        try {
            return verifier.verify(text(input));
        } catch (TokenRejectedException refused) {
            return refused.reason();
        }
    }

    @Override
    public void judge(byte[] input, Object result) {
        if (result instanceof VerifiedJws jws) {
            String header = text(input).substring(0, text(input).indexOf('.'));
            String again = TokenForge.token()
                    .header(Base64.getUrlDecoder().decode(header))
                    .payload(jws.payload())
                    .signed("HS256", Fixture.secret())
                    .compact();
            Property.holds(again.equals(text(input)), "what passes is what the key signs");
        } else {
            Property.holds(REFUSALS.contains(result), "the reason is one of a signature's");
        }
    }

    private static String text(byte[] input) {
        return Placeholders.filled(new String(input, StandardCharsets.UTF_8));
    }
}
