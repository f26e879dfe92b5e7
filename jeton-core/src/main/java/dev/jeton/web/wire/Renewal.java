package dev.jeton.web.wire;

import dev.jeton.web.HttpHeader;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;

import java.util.List;
import java.util.Set;

/** Renews cookies when an answer is about to be sent. */
@FunctionalInterface
public interface Renewal {
    /** The headers to add to an answer with this status, which already sets these cookies. */
    List<HttpHeader> beforeCommit(
            WebRequest request, Outcome outcome, int status, Set<String> cookiesSet);

    /** Nothing is renewed. */
    Renewal NONE = (request, outcome, status, cookiesSet) -> List.of();
}
