package dev.jeton.web;

import dev.jeton.jwt.TokenType;
import dev.jeton.web.CookieSettings.Persistence;
import dev.jeton.web.CookieSettings.Slot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What browsers would refuse or misread about cookies (RFC 6265bis §4.1), told before the first one is set. */
final class CookieProblems {
    private final CookieSettings settings;
    private final List<String> problems = new ArrayList<>();

    CookieProblems(CookieSettings settings) {
        this.settings = settings;
    }

    List<String> all() {
        checkSlot(settings.access());
        checkSlot(settings.refresh());
        checkDistinct();
        checkDomain();
        checkSameSite();
        checkPersistence();
        return problems;
    }

    private void checkSlot(Slot slot) {
        checkCookie(slot.name(), slot.path());
        if (settings.companions()) {
            checkCookie(slot.csrfName(), slot.csrfPath());
        }
    }

    private void checkCookie(String name, String path) {
        if (!Syntax.isToken(name)) {
            problem(
                    "a cookie's name is one or more of the letters, digits and marks of RFC 9110 §5.6.2:"
                            + " take blanks, semicolons, equals signs and the like out of the configured name");
        }
        if (!path.startsWith("/") || !Syntax.isAttributeValue(path)) {
            problem("a cookie's path begins with / and has no semicolons or control characters:"
                    + " mend the path of the cookie in question, for example to /");
        }
        checkPrefix(name, path);
    }

    private void checkPrefix(String name, String path) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean host = lower.startsWith("__host-");
        if ((host || lower.startsWith("__secure-")) && !settings.secure()) {
            problem("browsers refuse a cookie with a prefixed name that is not Secure:"
                    + " leave the prefix out of the name, or keep Secure");
        } else if (host && (settings.domain() != null || !path.equals("/"))) {
            problem("browsers refuse a __Host- cookie with a Domain or a path other than /:"
                    + " leave the prefix out of the name; Jeton works out the right one");
        }
    }

    private void checkDistinct() {
        String access = settings.name(TokenType.ACCESS);
        String refresh = settings.name(TokenType.REFRESH);
        Set<String> companions = Set.copyOf(
                List.of(settings.access().csrfName(), settings.refresh().csrfName()));
        if (access.equals(refresh)) {
            problem("the access and the refresh token share the cookie name \"" + access
                    + "\": give each its own");
        }
        if (settings.companions()
                && (companions.contains(access) || companions.contains(refresh))) {
            problem("a CSRF companion has the name of a token cookie: give it its own");
        }
    }

    private void checkDomain() {
        String domain = settings.domain();
        if (domain != null && !isDomain(domain)) {
            problem("a cookie's domain is a host name such as example.org:"
                    + " mend it, or leave it out for host-only cookies");
        }
    }

    /** Letters, digits, hyphens and dots; which names exist is not known here. */
    static boolean isDomain(String domain) {
        return !domain.isEmpty()
                && domain.chars()
                        .allMatch(c ->
                                c == '.' || c == '-' || c < 0x80 && Character.isLetterOrDigit(c));
    }

    private void checkSameSite() {
        String sameSite = settings.sameSite();
        if (sameSite == null) {
            return;
        }
        if (!Set.of("Strict", "Lax", "None").contains(sameSite)) {
            problem(
                    "SameSite is Strict, Lax or None (RFC 6265bis §4.1.2.7): mend the configured one");
        } else if (sameSite.equals("None") && !settings.secure()) {
            problem(
                    "browsers refuse a SameSite=None cookie that is not Secure: keep Secure, or take Lax");
        }
    }

    private void checkPersistence() {
        Duration fixed = settings.fixedMaxAge();
        if (settings.persistence() == Persistence.FIXED && fixed == null) {
            problem(
                    "a fixed cookie age is asked for and none is given: give one, or take the token's life");
        }
        if (fixed != null && fixed.compareTo(CookieSettings.LONGEST) > 0) {
            problem(
                    "browsers keep a cookie for 400 days at most (RFC 6265bis §5.5): give a shorter Max-Age");
        }
    }

    private void problem(String sentence) {
        if (!problems.contains(sentence)) {
            problems.add(sentence);
        }
    }
}
