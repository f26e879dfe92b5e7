package dev.jeton.testkit.attack;

import dev.jeton.testkit.attack.HostileToken.Route;
import dev.jeton.testkit.attack.HostileToken.Verdict;

import java.util.List;

/** Claims and times: CLM-01 to CLM-13, CLM-15, CLM-16. The application tolerates clocks that differ by ten seconds. */
final class ClaimAttacks {
    private final Target target;
    private final Attacks attacks;

    ClaimAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        expiry();
        mistypedTimes();
        rangeOfTimes();
        future();
        contradictions();
        audiences();
        issuers();
        subjects();
        ids();
    }

    private void refused(String row, String label, Claims claims) {
        attacks.refused(row, label, () -> target.claiming(claims).compact());
    }

    private void accepted(String row, String label, Claims claims) {
        attacks.accepted(row, label, () -> target.claiming(claims).compact());
    }

    private void expired(String row, String label, Claims claims) {
        attacks.add(
                row,
                label,
                Route.ACCESS,
                Verdict.EXPIRED,
                () -> target.claiming(claims).compact());
    }

    private Claims expiring(long seconds) {
        return target.claims().with("iat", target.now - 900).with("exp", target.now + seconds);
    }

    private void expiry() {
        expired("CLM-01", "expired a minute ago", expiring(-60));
        expired(
                "CLM-01",
                "expired ten years ago",
                target.claims()
                        .with("iat", target.now - 315_360_900)
                        .with("exp", target.now - 315_360_000));
        expired("CLM-02", "exp as long ago as clocks may differ", expiring(-10));
        expired("CLM-02", "exp a second further back", expiring(-11));
        accepted("CLM-02", "exp a second less far back", expiring(-9));
        refused("CLM-03", "no exp", target.claims().without("exp"));
    }

    private void mistypedTimes() {
        for (String claim : List.of("exp", "nbf", "iat")) {
            for (String json : List.of(
                    "\"" + (target.now + 600) + "\"",
                    "\"\"",
                    "\"never\"",
                    "\"2999-01-01T00:00:00Z\"")) {
                refused(
                        "CLM-04",
                        claim + " " + json.replace('"', '\''),
                        target.claims().with(claim, json));
            }
            for (String json :
                    List.of("null", "true", "false", "[]", "[" + target.now + "]", "{}")) {
                refused("CLM-05", claim + " " + json, target.claims().with(claim, json));
            }
        }
    }

    private void rangeOfTimes() {
        for (String claim : List.of("exp", "nbf", "iat")) {
            for (String json : List.of(
                    "1e400",
                    "-1",
                    "-0.5",
                    "253402300800",
                    "1e30",
                    "9223372036854775807",
                    "9223372036854775808",
                    "18446744073709551616",
                    target.now + "000",
                    "-9223372036854775808")) {
                refused("CLM-06", claim + " " + json, target.claims().with(claim, json));
            }
        }
        accepted(
                "CLM-07",
                "exp with a fraction",
                target.claims().with("exp", (target.now + 600) + ".5"));
        accepted("CLM-07", "exp with an exponent", target.claims().with("exp", "2.53e11"));
        accepted(
                "CLM-07",
                "iat with a fraction",
                target.claims().with("iat", (target.now - 60) + ".25"));
        accepted(
                "CLM-07",
                "exp at the end of the year 9999",
                target.claims().with("exp", "253402300799"));
    }

    private void future() {
        for (String claim : List.of("nbf", "iat")) {
            String row = claim.equals("nbf") ? "CLM-08" : "CLM-09";
            refused(
                    row,
                    claim + " eleven seconds ahead",
                    target.claims().with(claim, target.now + 11));
            refused(
                    row,
                    claim + " five minutes ahead",
                    target.claims().with(claim, target.now + 300));
            accepted(
                    row,
                    claim + " ten seconds ahead",
                    target.claims().with(claim, target.now + 10));
        }
    }

    private void contradictions() {
        refused(
                "CLM-10",
                "exp before iat",
                target.claims().with("iat", target.now - 1).with("exp", target.now - 2));
        refused(
                "CLM-10",
                "exp is iat",
                target.claims().with("iat", target.now + 5).with("exp", target.now + 5));
        refused(
                "CLM-10",
                "nbf after exp",
                target.claims().with("nbf", target.now + 9).with("exp", target.now + 8));
    }

    private void audiences() {
        refused("CLM-12", "no aud", target.claims().without("aud"));
        for (String json : List.of(
                "\"other\"",
                "[]",
                "\"\"",
                "null",
                "1",
                "{\"api\":1}",
                "[\"api\",1]",
                "[\"api\",null]",
                "[[\"api\"]]",
                "\"api-admin\"",
                "\"ap\"",
                "\"API\"",
                "\"api \"",
                "\"api,other\"",
                "\"*\"",
                "[\"other\",\"another\"]")) {
            refused("CLM-12", "aud " + json.replace('"', '\''), target.claims().with("aud", json));
        }
        accepted(
                "CLM-12",
                "aud as an array with ours in it",
                target.claims().with("aud", "[\"other\",\"api\"]"));
    }

    private void issuers() {
        refused("CLM-13", "no iss", target.claims().without("iss"));
        for (String json : List.of(
                "null",
                "[\"" + Target.ISSUER + "\"]",
                "{\"iss\":\"" + Target.ISSUER + "\"}",
                "\"issuer.example\"",
                "\"" + Target.ISSUER + "/\"",
                "\"" + Target.ISSUER + ".attacker.example\"",
                "\"HTTPS://ISSUER.EXAMPLE\"",
                "\"https://Issuer.example\"",
                "\"http://issuer.example\"",
                "\" " + Target.ISSUER + "\"",
                "\"\"")) {
            refused("CLM-13", "iss " + json.replace('"', '\''), target.claims().with("iss", json));
        }
    }

    private void subjects() {
        refused("CLM-15", "no sub", target.claims().without("sub"));
        for (String json : List.of("\"\"", "null", "1", "true", "[\"mallory\"]", "{\"id\":1}")) {
            refused("CLM-15", "sub " + json.replace('"', '\''), target.claims().with("sub", json));
        }
    }

    private void ids() {
        refused("CLM-16", "no jti", target.claims().without("jti"));
        for (String json : List.of(
                "\"\"", "null", "1", "false", "[\"a\"]", "{}", "\"" + "j".repeat(129) + "\"")) {
            String label = json.length() > 40 ? "of 129 characters" : json.replace('"', '\'');
            refused("CLM-16", "jti " + label, target.claims().with("jti", json));
        }
        for (String json : List.of("\"\"", "null", "1", "[]")) {
            refused("CLM-16", "sid " + json.replace('"', '\''), target.claims().with("sid", json));
        }
    }
}
