package dev.jeton.compat;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.CookieSettings;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.WebSettings;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.Methods;
import dev.jeton.web.wire.RequestParts;
import dev.jeton.web.wire.TokenFinder;

import java.util.List;

/**
 * Looks for a token in its cookie, and for the double-submit value beside it.
 *
 * @param note the note on a missing cookie, {@code %s} standing for its name
 * @param which which of several cookies of the name counts
 * @param stopsWithoutValue whether a missing double-submit value ends the search
 */
record CookieFinder(WebSettings settings, String note, Which which, boolean stopsWithoutValue)
        implements TokenFinder {
    private static final String NO_VALUE = "Missing CSRF token";

    @Override
    public Found find(RequestParts request, JwtRequirement requirement) {
        TokenType type = requirement.types().get(0);
        String name = slot(type).name();
        String token = which.of(request.cookies(name));
        if (token.isEmpty()) {
            return new Found.Absent(note.formatted(name));
        }
        if (!Methods.any(request, settings.csrf()::covers)) {
            return Found.Token.of(token);
        }
        String value = doubleSubmitValue(request, type);
        if (value.isEmpty()) {
            return stopsWithoutValue
                    ? new Found.Refused(Reason.CSRF_MISSING, NO_VALUE)
                    : new Found.Absent(NO_VALUE);
        }
        return new Found.Token(token, value, true);
    }

    private CookieSettings.Slot slot(TokenType type) {
        return type == TokenType.ACCESS
                ? settings.cookies().access()
                : settings.cookies().refresh();
    }

    /** The header goes before the form; "" where neither has a value. */
    private String doubleSubmitValue(RequestParts request, TokenType type) {
        String value = Which.FIRST.of(request.request().headers(settings.csrf().header(type)));
        if (!value.isEmpty() || !settings.csrf().form()) {
            return value;
        }
        List<String> fields = request.form(settings.csrf().field(type));
        return fields == null ? "" : which.of(fields);
    }
}
