package dev.jeton.hostile.tokens;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The three times: at every boundary, in every spelling of a number, and as what is no number. */
final class TimeMutations {
    private static final List<String> NAMES = List.of("exp", "nbf", "iat");
    private static final int[] OFFSETS = {
        -86_400, -901, -61, -60, -12, -11, -10, -9, -1, 0, 1, 9, 10, 11, 12, 61, 899, 900, 901,
        86_400
    };
    private static final List<String> OTHERS = List.of(
            "0",
            "-1",
            "1",
            "253402300799",
            "253402300799.5",
            "253402300800",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "1e10",
            "1e11",
            "1e300",
            "1e-300",
            "1E+400",
            "1.9000009e9",
            "19000009e2",
            "0.0000000019000009e18",
            "1e99999",
            "\"1e10\"",
            "\" 1900000900\"",
            "\"never\"",
            "[1900000900]",
            "{\"$date\":1900000900}");

    private TimeMutations() {}

    static List<Mutation> all() {
        return List.of(
                draft -> put(draft, spelled(seconds(draft.random), draft.random)),
                draft -> put(draft, spelled(seconds(draft.random), draft.random)),
                draft -> put(draft, String.valueOf(seconds(draft.random))),
                draft -> put(draft, Mutation.any(OTHERS, draft.random)),
                draft -> put(draft, Values.any(draft.random)),
                draft -> draft.claims.remove(Mutation.any(NAMES, draft.random)));
    }

    private static void put(Draft draft, String json) {
        draft.claims.put(Mutation.any(NAMES, draft.random), json);
    }

    private static long seconds(Random random) {
        return Draft.NOW + OFFSETS[random.nextInt(OFFSETS.length)];
    }

    private static String spelled(long seconds, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> seconds + ".0";
            case 1 -> seconds + ".5";
            case 2 -> seconds + ".999";
            case 3 -> seconds + ".9999";
            case 4 -> seconds + ".001";
            case 5 -> seconds + ".0001";
            case 6 -> BigDecimal.valueOf(seconds).movePointLeft(9) + "e9";
            case 7 -> seconds + "0E-1";
            case 8 -> "\"" + seconds + "\"";
            case 9 -> "\"" + Instant.ofEpochSecond(seconds) + "\"";
            case 10 -> String.valueOf(seconds * 1000);
            default -> "\"" + seconds + ".0\"";
        };
    }
}
