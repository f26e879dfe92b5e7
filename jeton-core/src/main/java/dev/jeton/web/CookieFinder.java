package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.Methods;
import dev.jeton.web.wire.RequestParts;
import dev.jeton.web.wire.TokenFinder;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The cookie location, and the double-submit value that must come with an unsafe request. */
final class CookieFinder implements TokenFinder {
    private static final Found ABSENT = new Found.Absent("no cookie of the name");
    private static final Found SEVERAL = new Found.Refused(
            Reason.REQUEST_AMBIGUOUS, "cookies of the name with different values");
    private static final Found EMPTY =
            new Found.Refused(Reason.REQUEST_AMBIGUOUS, "a cookie without a value");

    private final String accessName;
    private final String refreshName;
    private final CsrfSettings csrf;

    CookieFinder(WebSettings settings) {
        accessName = settings.cookies().name(TokenType.ACCESS);
        refreshName = settings.cookies().name(TokenType.REFRESH);
        csrf = settings.csrf();
    }

    @Override
    public Found find(RequestParts request, JwtRequirement requirement) {
        for (TokenType type : requirement.types()) {
            Found found = find(request, type);
            if (found != ABSENT) {
                return found;
            }
        }
        return ABSENT;
    }

    private Found find(RequestParts request, TokenType type) {
        String only = null;
        for (String value : request.cookies(type == TokenType.ACCESS ? accessName : refreshName)) {
            if (value.startsWith("\"")) {
                continue; // RFC 2109 quoting, which may have swallowed a neighbour: not written by
                // us
            }
            if (only != null && !only.equals(value)) {
                return SEVERAL;
            }
            only = value;
        }
        if (only == null) {
            return ABSENT;
        }
        return only.isEmpty() ? EMPTY : token(request, type, only);
    }

    private Found token(RequestParts request, TokenType type, String text) {
        boolean needed = Methods.any(request, csrf::covers);
        return new Found.Token(text, needed ? value(request, type) : null, needed);
    }

    /** The one value of the header, else of the form field; null for none, several or an empty one. */
    private @Nullable String value(RequestParts request, TokenType type) {
        List<String> values = request.request().headers(csrf.header(type));
        if (values.isEmpty() && csrf.form()) {
            List<String> fields = request.form(csrf.field(type));
            values = fields == null ? List.of() : fields;
        }
        return values.size() == 1 && !values.get(0).isEmpty() ? values.get(0) : null;
    }
}
