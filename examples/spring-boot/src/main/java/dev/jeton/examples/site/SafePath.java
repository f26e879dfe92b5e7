package dev.jeton.examples.site;

import java.util.regex.Pattern;

/** A place of this site that a request names, to go on to: never another site's (CWE-601). */
final class SafePath {
    /** One slash, then what the paths of this site are made of: no second slash, no backslash, no dot, nothing encoded. */
    private static final Pattern PATH = Pattern.compile("/(?!/)[a-z0-9/]*(\\?[\\w=&.~%+-]*)?");

    private SafePath() {}

    /** The text when it is such a place, else the front page. */
    static String of(String text) {
        return PATH.matcher(text).matches() ? text : "/";
    }
}
