package dev.jeton.benchmarks;

import org.openjdk.jmh.infra.Blackhole;

import java.util.Map;

/** Sees to it that a contender does the work it is measured by. */
final class Examination {
    private Examination() {}

    static void of(Contender contender, Fixture fixture, String library) throws Exception {
        Blackhole out = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        String good = fixture.tokens().get(0);
        System.out.println("A token has " + good.length() + " characters.");
        contender.verify(good, out);
        String forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
        Map<String, String> bad = library.equals("mac")
                ? Map.of("forged", forged)
                : Map.of(
                        "forged", forged,
                        "expired", fixture.expiredToken(),
                        "issuer", fixture.tokenOfAnotherIssuer(),
                        "type", fixture.refreshToken());
        for (Map.Entry<String, String> token : bad.entrySet()) {
            if (isAccepted(contender, token.getValue(), out)) {
                throw new IllegalStateException(
                        library + " accepted a bad token: " + token.getKey());
            }
        }
    }

    private static boolean isAccepted(Contender contender, String token, Blackhole out) {
        try {
            contender.verify(token, out);
            return true;
        } catch (Exception refused) {
            return false;
        }
    }
}
