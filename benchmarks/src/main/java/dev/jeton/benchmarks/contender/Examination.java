package dev.jeton.benchmarks.contender;

import dev.jeton.jose.JwsAlgorithm;

import org.openjdk.jmh.infra.Blackhole;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Sees to it that a contender does the work that it is measured by: none is measured doing less than the others. */
public final class Examination {
    private static final Set<Flaw> SIGNATURE_ONLY = EnumSet.of(Flaw.BAD_SIGNATURE, Flaw.MALFORMED);

    private static final int SAMPLE = 4;

    private Examination() {}

    /** A verification that has accepted the fixture's tokens and refused the flawed ones.
     * @throws IllegalStateException when it did not */
    public static Verification verification(String library, Fixture fixture) throws Exception {
        Verification candidate =
                Contenders.named(library, fixture.algorithm()).verification(fixture);
        Blackhole out = blackhole();
        for (String good : fixture.tokens(Flaw.NONE, SAMPLE)) {
            candidate.verify(good, out);
        }
        for (Flaw flaw : flawsFor(library)) {
            refuses(library, candidate, flaw, fixture.tokens(flaw, SAMPLE));
        }
        return candidate;
    }

    /** A signing whose token Jeton and the contender itself have accepted.
     * @throws IllegalStateException when it makes others each time but its tokens are the same */
    public static Signing signing(String library, Fixture fixture) throws Exception {
        Signing candidate = Contenders.named(library, fixture.algorithm()).signing(fixture);
        String token = candidate.sign(Fixture.subject(0));
        if (library.equals("mac")) {
            return candidate;
        }
        Blackhole out = blackhole();
        Contenders.named("jeton", fixture.algorithm()).verification(fixture).verify(token, out);
        Contenders.named(library, fixture.algorithm()).verification(fixture).verify(token, out);
        if (token.equals(candidate.sign(Fixture.subject(0)))) {
            throw new IllegalStateException(library + " draws no jti");
        }
        return candidate;
    }

    private static Set<Flaw> flawsFor(String library) {
        return library.equals("mac") ? SIGNATURE_ONLY : EnumSet.complementOf(EnumSet.of(Flaw.NONE));
    }

    private static void refuses(
            String library, Verification candidate, Flaw flaw, List<String> tokens) {
        for (String token : tokens) {
            if (isAccepted(candidate, token)) {
                throw new IllegalStateException(
                        library + " accepted a token with the flaw " + flaw);
            }
        }
    }

    private static boolean isAccepted(Verification candidate, String token) {
        try {
            candidate.verify(token, blackhole());
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    private static Blackhole blackhole() {
        return new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
    }

    /** The algorithm that {@code -p algorithm} names. */
    public static JwsAlgorithm algorithm(String name) {
        return JwsAlgorithm.named(name).orElseThrow();
    }
}
