package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.optionalIn;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.carrying;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.ANONYMOUS;
import static dev.jeton.testkit.attack.Ruling.EXPIRED;
import static dev.jeton.testkit.attack.Ruling.REVOKED;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.testkit.attack.Ruling.WRONG_TYPE;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jeton.web.Location;

import java.util.ArrayList;
import java.util.List;

/** Routes where a token is optional: LOC-14, LOC-15. */
final class OptionalRows {
    private final Cast cast;
    private final List<HttpAttack> all = new ArrayList<>();

    OptionalRows(Cast cast) {
        this.cast = cast;
    }

    List<HttpAttack> all() {
        for (Location place : Location.values()) {
            String where = " in " + place;
            add("LOC-14", "a malformed token" + where, T401, "x", place);
            add("LOC-14", "a forged token" + where, T401, cast.forged, place);
            add(
                    "LOC-14",
                    "a forged token that has expired" + where,
                    T401,
                    cast.forgedExpired,
                    place);
            add("LOC-14", "a refresh token" + where, WRONG_TYPE, cast.refresh(), place);
            if (place != Location.COOKIES) {
                add("LOC-14", "an expired token" + where, EXPIRED, cast.expired, place);
                add("LOC-14", "a revoked token" + where, REVOKED, cast.revoked, place);
            }
            add("LOC-14", "a good token" + where, ALICE, cast.access(), place);
            all.add(attack("LOC-15", "no token" + where, ANONYMOUS, get(optionalIn(place)))
                    .and(OptionalRows::isExplicit));
        }
        forgiven("an expired cookie", ANONYMOUS, cast.expired);
        forgiven("a revoked cookie", asked(ANONYMOUS), cast.revoked);
        return all;
    }

    private void add(String id, String title, Ruling ruling, String token, Location place) {
        all.add(attack(
                id, title, ruling, carrying(token, place, optionalIn(place), cast.accessCookie())));
    }

    private void forgiven(String title, Ruling ruling, String token) {
        String cookie = cast.accessCookie();
        RawRequest request =
                carrying(token, Location.COOKIES, optionalIn(Location.COOKIES), cookie);
        all.add(attack("LOC-14", title + " is cleared", ruling, request)
                .and(answer -> assertTrue(
                        answer.values("Set-Cookie").stream()
                                .anyMatch(
                                        field -> field.startsWith(cookie + "=; Path=/; Max-Age=0")),
                        "the cookie is not cleared")));
    }

    private static Ruling asked(Ruling ruling) {
        return new Ruling(ruling.status(), null, null, ruling.subject(), true);
    }

    private static void isExplicit(RawAnswer answer) {
        assertTrue(answer.text().contains("\"outcome\":\"Anonymous\""), answer.text());
    }
}
