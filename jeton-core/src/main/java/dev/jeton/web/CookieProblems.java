package dev.jeton.web;

import dev.jeton.jwt.TokenType;
import dev.jeton.web.CookieSettings.Persistence;
import dev.jeton.web.CookieSettings.Slot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What browsers would refuse or misread about cookies (RFC 6265bis §4.1), told before the first one is set. */
final class CookieProblems {
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]+");

    private final CookieSettings settings;
    private final List<String> problems = new ArrayList<>();

    CookieProblems(CookieSettings settings) {
        this.settings = settings;
    }

    List<String> all() {
        checkSlot("access", settings.access());
        checkSlot("refresh", settings.refresh());
        checkDistinct();
        checkDomain();
        checkSameSite();
        checkPersistence();
        return problems;
    }

    private void checkSlot(String of, Slot slot) {
        checkCookie("the " + of + " cookie", slot.name(), slot.path());
        if (settings.companions()) {
            checkCookie(
                    "the CSRF cookie of the " + of + " token", slot.csrfName(), slot.csrfPath());
        }
    }

    private void checkCookie(String which, String name, String path) {
        if (!Syntax.isToken(name)) {
            problems.add(which + " needs a name of letters, digits and marks such as - and _"
                    + " (RFC 6265bis §4.1.1): mend the configured one");
        }
        if (!path.startsWith("/") || !Syntax.isAttributeValue(path)) {
            problems.add(which + " needs a path that begins with / and has no semicolons or control"
                    + " characters: mend the configured one, for example to /");
        }
        checkPrefix(which, name, path);
    }

    private void checkPrefix(String which, String name, String path) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean host = lower.startsWith("__host-");
        if ((host || lower.startsWith("__secure-")) && !settings.secure()) {
            problems.add("browsers refuse " + which + ", whose name has a prefix, without Secure"
                    + " (RFC 6265bis §4.1.3): leave the prefix out of the name, or keep Secure");
        } else if (host && (settings.domain() != null || !path.equals("/"))) {
            problems.add("browsers refuse " + which + ", named __Host-, with a Domain or a path"
                    + " other than / (RFC 6265bis §4.1.3.2): leave the prefix out of the name, and the"
                    + " right one is worked out");
        }
    }

    private void checkDistinct() {
        String access = settings.name(TokenType.ACCESS);
        String refresh = settings.name(TokenType.REFRESH);
        Set<String> companions = Set.copyOf(
                List.of(settings.access().csrfName(), settings.refresh().csrfName()));
        if (access.equals(refresh)) {
            problems.add("the access and the refresh token share the cookie name \"" + access
                    + "\": give each its own");
        }
        if (settings.companions()
                && (companions.contains(access) || companions.contains(refresh))) {
            problems.add("a CSRF companion has the name of a token cookie: give it its own");
        }
    }

    private void checkDomain() {
        String domain = settings.domain();
        if (domain != null && !isDomain(domain)) {
            problems.add("a cookie's domain is a host name such as example.org:"
                    + " mend it, or leave it out for host-only cookies");
        }
    }

    /** Letters, digits, hyphens and dots; which names exist is not known here. */
    static boolean isDomain(String domain) {
        return DOMAIN.matcher(domain).matches();
    }

    private void checkSameSite() {
        String sameSite = settings.sameSite();
        if (sameSite == null) {
            return;
        }
        if (!Set.of("Strict", "Lax", "None").contains(sameSite)) {
            problems.add(
                    "SameSite is Strict, Lax or None (RFC 6265bis §4.1.2.7): mend the configured one");
        } else if (sameSite.equals("None") && !settings.secure()) {
            problems.add(
                    "browsers refuse a SameSite=None cookie that is not Secure: keep Secure, or take Lax");
        }
    }

    private void checkPersistence() {
        Duration fixed = settings.fixedMaxAge();
        if (settings.persistence() == Persistence.FIXED && fixed == null) {
            problems.add(
                    "a fixed cookie age is asked for and none is given: give one, or take the token's life");
        }
        if (fixed != null && fixed.compareTo(CookieSettings.LONGEST) > 0) {
            problems.add(
                    "browsers keep a cookie for 400 days at most (RFC 6265bis §5.5): give a shorter Max-Age");
        }
    }
}
