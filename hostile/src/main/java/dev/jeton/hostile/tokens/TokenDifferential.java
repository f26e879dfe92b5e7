package dev.jeton.hostile.tokens;

/** What {@code .ci/differential} starts: how many tokens, and the seed. */
public final class TokenDifferential {
    static final long SEED = 20261126;

    private TokenDifferential() {}

    /** Prints the tally; fails on a finding. */
    public static void main(String[] arguments) {
        long tokens = Long.parseLong(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        long start = System.nanoTime();
        Tally tally = new Differential(seed).run(tokens);
        System.out.println(tally);
        System.out.println(
                "seed " + seed + ", " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    }
}
