package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.RequestParts;
import dev.jeton.web.wire.TokenFinder;

import java.util.List;

/** The query location: one parameter, once (RFC 6750 §2.3, §3.1). */
final class QueryFinder implements TokenFinder {
    private static final Found ABSENT = new Found.Absent("no parameter of the name");
    private static final Found SEVERAL =
            new Found.Refused(Reason.REQUEST_AMBIGUOUS, "the parameter stands there several times");
    private static final Found UNREADABLE =
            new Found.Refused(Reason.REQUEST_AMBIGUOUS, "the parameter is not strictly encoded");
    private static final Found EMPTY =
            new Found.Refused(Reason.REQUEST_AMBIGUOUS, "the parameter is empty");

    private final String name;
    private final String prefix;

    QueryFinder(WebSettings settings) {
        name = settings.queryParameter();
        prefix = settings.queryPrefix();
    }

    @Override
    public Found find(RequestParts request, JwtRequirement requirement) {
        List<String> values = request.query(name);
        if (values == null) {
            return UNREADABLE;
        }
        if (values.size() > 1 || request.queryHasArray(name)) {
            return SEVERAL;
        }
        return values.isEmpty() ? ABSENT : read(request, values.get(0));
    }

    private Found read(RequestParts request, String value) {
        if (!value.startsWith(prefix)) {
            return ABSENT;
        }
        if (value.length() == prefix.length()) {
            return EMPTY;
        }
        return value.contains(";") || isInForm(request)
                ? SEVERAL
                : Found.Token.of(value.substring(prefix.length()));
    }

    /** Some frameworks mix the parameters of a query and of a form: a token in both is ambiguous. */
    private boolean isInForm(RequestParts request) {
        List<String> fields = request.form(name);
        return fields != null && !fields.isEmpty();
    }
}
