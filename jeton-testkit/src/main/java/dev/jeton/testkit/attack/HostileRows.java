package dev.jeton.testkit.attack;

import dev.jeton.testkit.attack.HostileToken.Route;
import dev.jeton.web.Location;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hostile tokens in every place of a request that can hold them: rows of sections 1 to 5 and 12. */
final class HostileRows {
    /** Servers bound the head of a request at 8 KiB. */
    private static final int ROOM_IN_HEAD = 7_500;

    private final Cast cast;

    HostileRows(Cast cast) {
        this.cast = cast;
    }

    /** The path of a route that wants what the token's route does, in this place. */
    static String path(Route route, Location place) {
        return ("/hostile/" + route + "/" + place).toLowerCase(Locale.ROOT);
    }

    /** The token in each place where it can stand. */
    List<HttpAttack> attacks(HostileToken token) {
        String text = token.token();
        String cookie = token.route() == Route.REFRESH ? cast.refreshCookie() : cast.accessCookie();
        List<HttpAttack> attacks = new ArrayList<>();
        for (Location place : Location.values()) {
            if (fits(text, place)) {
                attacks.add(HttpAttack.attack(
                        token.row(),
                        token.label() + " in " + place,
                        ruling(token.verdict(), text),
                        RawRequest.carrying(text, place, path(token.route(), place), cookie)));
            }
        }
        return attacks;
    }

    /** Others could not be sent, or could not arrive as they are. */
    private static boolean fits(String text, Location place) {
        boolean isShort = text.length() < ROOM_IN_HEAD;
        boolean visible = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return switch (place) {
            case HEADERS -> isShort && visible && !text.isEmpty();
            case COOKIES -> isShort && visible && text.indexOf(';') < 0;
            case QUERY_STRING -> isShort && (visible || text.length() < ROOM_IN_HEAD / 9);
            case JSON -> true;
        };
    }

    private static Ruling ruling(HostileToken.Verdict verdict, String token) {
        return switch (verdict) {
            case ACCEPTED -> Ruling.SOMEBODY;
            case INVALID -> isToken(token) ? Ruling.T401 : Ruling.REFUSED;
            case EXPIRED -> Ruling.EXPIRED;
            case WRONG_TYPE -> Ruling.WRONG_TYPE;
            case NOT_FRESH -> Ruling.STALE;
        };
    }

    /** Whether no location takes it for anything but a token; others may find the request itself ambiguous. */
    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.length() < ROOM_IN_HEAD
                && text.chars()
                        .allMatch(c ->
                                ".-_".indexOf(c) >= 0 || c < 0x7f && Character.isLetterOrDigit(c));
    }
}
