package dev.jeton.compat;

import dev.jeton.failure.Reason;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.WebSettings;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.RequestParts;
import dev.jeton.web.wire.TokenFinder;

import java.util.List;

/**
 * Looks for a token in a parameter of the query string.
 *
 * @param note the note on a missing parameter, {@code %s} standing for its name
 * @param which which of several parameters of the name counts
 * @param emptyIsAbsent whether an empty value counts as none
 */
record QueryFinder(WebSettings settings, String note, Which which, boolean emptyIsAbsent)
        implements TokenFinder {
    @Override
    public Found find(RequestParts request, JwtRequirement requirement) {
        String name = settings.queryParameter();
        List<String> values = request.query(name);
        String value = values == null ? "" : which.of(values);
        boolean present = values != null && !values.isEmpty();
        if (!present || emptyIsAbsent && value.isEmpty()) {
            return new Found.Absent(note.formatted(name));
        }
        String prefix = settings.queryPrefix();
        if (!value.startsWith(prefix)) {
            return new Found.Refused(
                    Reason.REQUEST_AMBIGUOUS,
                    "Invalid value for query parameter '%s'. Expected the value to start with '%s'"
                            .formatted(name, prefix));
        }
        return Found.Token.of(value.substring(prefix.length()));
    }
}
