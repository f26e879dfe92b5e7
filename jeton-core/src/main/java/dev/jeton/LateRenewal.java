package dev.jeton;

import dev.jeton.web.HttpHeader;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;
import dev.jeton.web.wire.Renewal;

import java.util.List;
import java.util.Set;

/** A renewal that is known only when the Jeton is ready, for it may need it. */
final class LateRenewal implements Renewal {
    volatile Renewal actual = Renewal.NONE;

    @Override
    public List<HttpHeader> beforeCommit(
            WebRequest request, Outcome outcome, int status, Set<String> cookiesSet) {
        return actual.beforeCommit(request, outcome, status, cookiesSet);
    }
}
