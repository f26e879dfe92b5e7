package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.carrying;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.EXPIRED;
import static dev.jeton.testkit.attack.Ruling.REVOKED;
import static dev.jeton.testkit.attack.Ruling.STALE;
import static dev.jeton.testkit.attack.Ruling.WRONG_TYPE;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jeton.web.Location;

import java.util.ArrayList;
import java.util.List;

/** Honest tokens where they do not belong: CLM-01, TYP-01, TYP-02, TYP-07, TYP-09, TYP-13, REV-01. */
final class TypeRows {
    private final Cast cast;
    private final List<HttpAttack> all = new ArrayList<>();

    TypeRows(Cast cast) {
        this.cast = cast;
    }

    List<HttpAttack> all() {
        for (Location place : Location.values()) {
            inEach(place, "CLM-01", "an expired token", EXPIRED, cast.expired);
            inEach(place, "TYP-01", "a refresh token", WRONG_TYPE, cast.refresh());
            inEach(place, "REV-01", "a revoked token", REVOKED, cast.revoked);
        }
        refreshing();
        freshness();
        anyType();
        return all;
    }

    private void inEach(Location place, String id, String title, Ruling ruling, String token) {
        RawRequest request = carrying(token, place, in(place), cast.accessCookie());
        all.add(attack(id, title + " in " + place, ruling, request));
    }

    private void add(String id, String title, Ruling ruling, RawRequest request) {
        all.add(attack(id, title, ruling, request));
    }

    private void refreshing() {
        add(
                "TYP-02",
                "an access token on a refresh route",
                WRONG_TYPE,
                post("/refresh").bearer(cast.access()));
        add(
                "TYP-02",
                "an access token in the refresh cookie",
                WRONG_TYPE,
                post("/refresh")
                        .field("Cookie", cast.refreshCookie() + "=" + cast.access())
                        .field("X-CSRF-TOKEN", cast.csrf()));
        add("TYP-02", "a refresh token", ALICE, post("/refresh").bearer(cast.refresh()));
    }

    private void freshness() {
        all.add(attack(
                        "TYP-07",
                        "a stale token on a fresh route",
                        STALE,
                        get("/fresh").bearer(cast.stale))
                .and(answer -> assertEquals(
                        "Bearer error=\"insufficient_user_authentication\"",
                        answer.value("WWW-Authenticate"))));
        all.add(attack(
                        "TYP-07",
                        "max_age where the route bounds it",
                        STALE,
                        get("/fresh-5m").bearer(cast.stale))
                .and(answer -> assertEquals(
                        "Bearer error=\"insufficient_user_authentication\", max_age=\"300\"",
                        answer.value("WWW-Authenticate"))));
        add("TYP-07", "a fresh token", ALICE, get("/fresh-5m").bearer(cast.access()));
        add(
                "TYP-09",
                "a refreshed token is never fresh, not in a cookie either",
                STALE,
                get("/fresh").field("Cookie", cast.accessCookie() + "=" + cast.stale));
        add("TYP-09", "nor is a refresh token", WRONG_TYPE, get("/fresh").bearer(cast.refresh()));
    }

    private void anyType() {
        add(
                "TYP-13",
                "an access token where any type will do",
                ALICE,
                get("/any-type").bearer(cast.access()));
        add(
                "TYP-13",
                "a refresh token where any type will do",
                ALICE,
                get("/any-type").bearer(cast.refresh()));
        add("TYP-13", "an expired one will not", EXPIRED, get("/any-type").bearer(cast.expired));
    }
}
