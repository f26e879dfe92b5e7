package dev.jeton.hostile.fuzz;

import dev.jeton.Jeton;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import java.nio.charset.StandardCharsets;

/** One location, whose text is the input: a request passes exactly when that text holds the good token as it must. */
abstract class FieldTarget implements Target<Outcome> {
    private final Jeton jeton;

    FieldTarget(Location location) {
        jeton = Fixture.jeton(location);
    }

    /** The request with this text in it. */
    abstract HttpText request(String text);

    /** Whether it holds the good token, found out in another way. */
    abstract boolean isGood(String text);

    @Override
    public final Outcome call(byte[] input) {
        return RequestJudge.decide(jeton, JwtRequirement.required(), request(text(input)));
    }

    @Override
    public final void judge(byte[] input, Outcome outcome) {
        RequestJudge.judge(outcome);
        Property.holds(
                outcome instanceof Outcome.Authenticated == isGood(text(input)),
                "a request passes exactly when it holds the good token");
    }

    /** Octets stand for themselves. */
    private static String text(byte[] input) {
        return Placeholders.filled(new String(input, StandardCharsets.ISO_8859_1));
    }

    static String good() {
        return Placeholders.filled(Placeholders.GOOD);
    }
}
