package dev.jeton.testkit.attack;

/** Tokens that cost much to refuse, where they cost anything: DOS-01 to DOS-04, DOS-06 to DOS-08. */
final class SizeAttacks {
    private static final int LONGEST = 8_192;

    private final Target target;
    private final Attacks attacks;

    SizeAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        attacks.refused("DOS-01", "100,000 dots", () -> ".".repeat(100_000));
        attacks.refused("DOS-01", "8,192 dots", () -> ".".repeat(LONGEST));
        attacks.refused("DOS-01", "4,000 dots", () -> ".".repeat(4_000));
        attacks.refused(
                "DOS-02", "8,193 characters under the right MAC", () -> ofLength(LONGEST + 1));
        attacks.refused("DOS-02", "a mebibyte of letters", () -> "A".repeat(1 << 20));
        attacks.refused(
                "DOS-02", "a mebibyte of payload under the right MAC", () -> ofLength(1 << 20));
        attacks.accepted("DOS-03", "8,192 characters, all of it good", () -> ofLength(LONGEST));
        attacks.refused(
                "DOS-04",
                "a payload of 4,500 brackets under the right MAC",
                () -> target.good().payload("[".repeat(4_500)).compact());
        attacks.refused(
                "DOS-04",
                "a header of 700 brackets",
                () -> target.signed("[".repeat(700)).compact());
        attacks.accepted(
                "DOS-06",
                "6 KiB of escaped NULs",
                () -> target.good()
                        .payload(target.claims().and("\"x\":\"" + "\\u0000".repeat(900) + "\""))
                        .compact());
        attacks.refused(
                "DOS-07",
                "PBES2 of 2,147,483,647 rounds, three segments",
                () -> target.signed(rounds()).compact());
        attacks.refused(
                "DOS-07",
                "PBES2 of 2,147,483,647 rounds, five segments",
                () -> Target.base64(rounds()) + ".AAAA.AAAA.AAAA.AAAA");
        attacks.refused(
                "DOS-08",
                "zip under the right MAC",
                () -> target.signed(Target.header("HS256", "hs").and("\"zip\":\"DEF\""))
                        .payload(Deflated.zeros(1 << 20))
                        .compact());
        attacks.refused(
                "DOS-08",
                "zip and enc, five segments",
                () -> Target.base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}")
                        + "..AAAAAAAAAAAAAAAA." + Target.base64(Deflated.zeros(1 << 20))
                        + ".AAAAAAAAAAAAAAAAAAAAAA");
    }

    private static String rounds() {
        return "{\"alg\":\"PBES2-HS512+A256KW\",\"enc\":\"A256GCM\",\"p2s\":\"AAAAAAAAAAA\",\"p2c\":2147483647}";
    }

    /**
     * A good token of exactly so many characters. Base64url has no text of 1 character modulo 4, so a blank behind the
     * header makes up for it.
     */
    private String ofLength(int length) {
        String header = Target.header("HS256", "hs").json();
        int payload = length - Target.base64(header).length() - 2 - 43;
        if (payload % 4 == 1) {
            header += " ";
            payload = length - Target.base64(header).length() - 2 - 43;
        }
        String claims = target.claims().and("\"fill\":\"\"");
        String fill = "x".repeat(payload * 3 / 4 - claims.length());
        return target.signed(header)
                .payload(target.claims().and("\"fill\":\"" + fill + "\""))
                .compact();
    }
}
