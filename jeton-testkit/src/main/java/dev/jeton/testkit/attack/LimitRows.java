package dev.jeton.testkit.attack;

import static dev.jeton.testkit.attack.AttackApplication.in;
import static dev.jeton.testkit.attack.HttpAttack.attack;
import static dev.jeton.testkit.attack.RawRequest.carrying;
import static dev.jeton.testkit.attack.RawRequest.get;
import static dev.jeton.testkit.attack.RawRequest.post;
import static dev.jeton.testkit.attack.Ruling.ALICE;
import static dev.jeton.testkit.attack.Ruling.Q400;
import static dev.jeton.testkit.attack.Ruling.T401;
import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;

import dev.jeton.web.Location;

import java.util.ArrayList;
import java.util.List;

/** Sizes: DOS-01, DOS-02, DOS-11. A server may refuse long heads by itself. */
final class LimitRows {
    private static final int TOKEN_LIMIT = 8_192;
    private static final int BODY_ROOM = 60_000;

    private final Cast cast;
    private final List<HttpAttack> all = new ArrayList<>();

    LimitRows(Cast cast) {
        this.cast = cast;
    }

    List<HttpAttack> all() {
        for (Location place : Location.values()) {
            sized("DOS-01", "7,000 dots in " + place, ".".repeat(7_000), place);
            sized("DOS-01", "60,000 dots in " + place, ".".repeat(BODY_ROOM), place);
            sized("DOS-02", "8,193 characters in " + place, "a".repeat(TOKEN_LIMIT + 1), place);
            String longer =
                    cast.access() + "A".repeat(TOKEN_LIMIT + 1 - cast.access().length());
            sized("DOS-02", "a good token and more, in " + place, longer, place);
        }
        all.add(attack(
                "DOS-01", "100,000 dots", Q400, carrying(".".repeat(100_000), JSON, in(JSON), "")));
        all.add(attack(
                "DOS-02", "a mebibyte", Q400, carrying("a".repeat(1 << 20), JSON, in(JSON), "")));
        all.add(attack(
                        "DOS-02",
                        "a mebibyte in the header",
                        T401,
                        get(in(HEADERS)).bearer("a".repeat(1 << 20)))
                .orByServer());
        cookies();
        return all;
    }

    private void sized(String id, String title, String token, Location place) {
        RawRequest request = carrying(token, place, in(place), cast.accessCookie());
        HttpAttack attack = attack(id, title, T401, request);
        all.add(place == JSON ? attack : attack.orByServer());
    }

    private void cookies() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("c").append(i).append("=v; ");
        }
        String ours = cast.accessCookie() + "=" + cast.access();
        many("500 cookies before ours", ALICE, get(in(COOKIES)), many + ours);
        many(
                "500 cookies before a bad one",
                T401,
                get(in(COOKIES)),
                many + cast.accessCookie() + "=x");
        many("semicolons only", Ruling.MISSING, get(in(COOKIES)), ";".repeat(6_000));
        many(
                "500 cookies before a posted one",
                Ruling.CSRF_MISSING,
                post(in(COOKIES)),
                many + ours);
    }

    private void many(String title, Ruling ruling, RawRequest request, String cookies) {
        all.add(attack("DOS-11", title, ruling, request.field("Cookie", cookies))
                .orByServer());
    }
}
