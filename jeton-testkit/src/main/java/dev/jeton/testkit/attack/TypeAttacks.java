package dev.jeton.testkit.attack;

import dev.jeton.testkit.attack.HostileToken.Route;
import dev.jeton.testkit.attack.HostileToken.Verdict;

import java.util.List;

/** Tokens of another kind, and freshness that is claimed: TYP-01 to TYP-08, TYP-10, TYP-12. */
final class TypeAttacks {
    private final Target target;
    private final Attacks attacks;

    TypeAttacks(Target target, Attacks attacks) {
        this.target = target;
        this.attacks = attacks;
    }

    void collect() {
        wrongType();
        noType();
        otherPurposes();
        mediaTypes();
        freshness();
    }

    private void add(String row, String label, Route route, Verdict verdict, Claims claims) {
        attacks.add(row, label, route, verdict, () -> target.claiming(claims).compact());
    }

    private void refused(String row, String label, Claims claims) {
        add(row, label, Route.ACCESS, Verdict.INVALID, claims);
    }

    private void wrongType() {
        Claims refresh = target.claims().text("type", "refresh").without("fresh");
        add(
                "TYP-01",
                "a refresh token where access is wanted",
                Route.ACCESS,
                Verdict.WRONG_TYPE,
                refresh);
        add(
                "TYP-01",
                "a refresh token where a fresh one is wanted",
                Route.FRESH,
                Verdict.WRONG_TYPE,
                refresh);
        add(
                "TYP-01",
                "a refresh token that says it is fresh",
                Route.FRESH,
                Verdict.WRONG_TYPE,
                refresh.with("fresh", "true"));
        add(
                "TYP-02",
                "an access token where refresh is wanted",
                Route.REFRESH,
                Verdict.WRONG_TYPE,
                target.claims());
        add(
                "TYP-02",
                "a fresh access token where refresh is wanted",
                Route.REFRESH,
                Verdict.WRONG_TYPE,
                target.claims().with("fresh", "true"));
    }

    private void noType() {
        for (Route route : Route.values()) {
            add(
                    "TYP-03",
                    "no type, on a route for " + route,
                    route,
                    Verdict.INVALID,
                    target.claims().without("type"));
            for (String json : List.of(
                    "\"Access\"",
                    "\"ACCESS\"",
                    "[\"access\"]",
                    "null",
                    "true",
                    "1",
                    "\"\"",
                    "\"access\\u0000\"",
                    "\"access \"",
                    "\"Refresh\"",
                    "[\"refresh\"]",
                    "[\"access\",\"refresh\"]",
                    "{\"access\":true}",
                    "\"id\"")) {
                add(
                        "TYP-04",
                        "type " + json.replace('"', '\'') + ", on a route for " + route,
                        route,
                        Verdict.INVALID,
                        target.claims().with("type", json));
            }
        }
    }

    private void otherPurposes() {
        Claims bare = target.claims().without("type").without("fresh");
        refused(
                "TYP-05",
                "an ID token",
                bare.text("nonce", "n").text("at_hash", "AAAA").with("auth_time", target.now));
        refused(
                "TYP-05",
                "an e-mail verification",
                bare.text("email", "m@example.com").text("purpose", "verify"));
        headed(
                "TYP-05",
                "a logout token",
                "\"typ\":\"logout+jwt\"",
                bare.with("events", "{\"http://schemas.openid.net/event/backchannel-logout\":{}}"));
        headed(
                "TYP-05",
                "a logout token that has a type",
                "\"typ\":\"logout+jwt\"",
                target.claims());
        headed("TYP-05", "a security event", "\"typ\":\"secevent+jwt\"", target.claims());
        headed(
                "TYP-05",
                "a DPoP proof",
                "\"typ\":\"dpop+jwt\"",
                target.claims().text("htm", "GET").text("htu", "https://api.example/"));
        refused(
                "TYP-12",
                "the application's own JWT for passwords to be reset",
                bare.text("type", "password-reset"));
        refused(
                "TYP-12",
                "the application's own JWT for invitations, without type",
                bare.text("invited_by", "alice"));
        headed(
                "TYP-12",
                "the application's own typ",
                "\"typ\":\"invitation+jwt\"",
                target.claims());
    }

    private void headed(String row, String label, String member, Claims claims) {
        attacks.refused(
                row,
                label,
                () -> target.signed(Target.header("HS256", "hs").and(member))
                        .payload(claims.json())
                        .compact());
    }

    private void mediaTypes() {
        for (String typ : List.of(
                "at+jwt",
                "application/at+jwt",
                "AT+JWT",
                "Application/AT+jwt",
                "application/jwt")) {
            attacks.accepted(
                    "TYP-06",
                    "typ " + typ,
                    () -> target.signed(Target.header("HS256", "hs").and("\"typ\":\"" + typ + "\""))
                            .compact());
        }
    }

    private void freshness() {
        add("TYP-07", "fresh false", Route.FRESH, Verdict.NOT_FRESH, target.claims());
        add(
                "TYP-07",
                "no fresh",
                Route.FRESH,
                Verdict.NOT_FRESH,
                target.claims().without("fresh"));
        for (String json : List.of(
                "\"true\"",
                "\"9999999999\"",
                "\"\"",
                "null",
                "0",
                "1",
                "-1",
                "253402300800",
                "[true]",
                "[9999999999]",
                "{\"fresh\":true}",
                target.now + "000")) {
            add(
                    "TYP-08",
                    "fresh " + json.replace('"', '\''),
                    Route.FRESH,
                    Verdict.NOT_FRESH,
                    target.claims().with("fresh", json));
        }
        add(
                "TYP-08",
                "fresh 1e400",
                Route.FRESH,
                Verdict.INVALID,
                target.claims().with("fresh", "1e400"));
        add(
                "TYP-10",
                "fresh until a second ago",
                Route.FRESH,
                Verdict.NOT_FRESH,
                target.claims().with("fresh", target.now - 1));
        add(
                "TYP-10",
                "fresh until in a minute",
                Route.FRESH,
                Verdict.ACCEPTED,
                target.claims().with("fresh", target.now + 60));
    }
}
