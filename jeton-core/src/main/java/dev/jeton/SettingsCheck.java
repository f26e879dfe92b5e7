package dev.jeton;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is contradictory or unsafe in what the builder was told: a sentence each, with its mend. */
final class SettingsCheck {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration GREATEST_SKEW = Duration.ofSeconds(600);
    private static final Duration GREATEST_LIFE = Duration.ofDays(36_525);

    private static final Set<String> OTHER_CLAIMS = Set.of(
            "iss", "aud", "exp", "nbf", "iat", "jti", "type", "fresh", "csrf", "sid", "auth_time");

    private final JetonBuilder from;
    private final TokenSettings tokens;
    private final List<String> problems = new ArrayList<>();

    /** Whether Jeton's own rules hold: what a predecessor could be told, its wire profile may be told too. */
    private final boolean own;

    SettingsCheck(JetonBuilder from) {
        this.from = from;
        this.tokens = from.tokens;
        this.own = from.profile == null;
    }

    List<String> problems() {
        refuse(
                !NAME.matcher(from.name).matches(),
                "a Jeton's name is 1 to 64 letters, digits, dots, hyphens and underscores: mend `name`");
        checkLife("access-token-lifetime", tokens.access);
        checkLife("refresh-token-lifetime", tokens.refresh);
        refuse(
                own && tokens.refresh.compareTo(tokens.access) < 0,
                "a refresh token lives shorter than an access token: make refresh-token-lifetime the longer one");
        refuse(
                from.keys.tokenMemory < 0,
                "verified-token-memory is less than nothing: give a size such as 16MiB, or 0 to remember no tokens");
        refuse(
                from.keys.hmacTokensRemembered && from.keys.tokenMemory == 0,
                "remember-hmac-tokens has no memory to use: give verified-token-memory a size such as 16MiB, or leave one of the two out");
        checkSkew();
        checkIssuerAndAudience();
        checkPlaces();
        checkCookies();
        checkCsrf();
        return problems;
    }

    private void checkLife(String option, Duration life) {
        if (life.equals(TokenSettings.NEVER)) {
            refuse(
                    !tokens.withoutExpiry,
                    option + " is `never`: give a time such as 15m,"
                            + " or allow it by insecure-tokens-without-expiry");
        } else {
            refuse(
                    life.compareTo(Duration.ofSeconds(1)) < 0,
                    option + " is shorter than a second: give a time such as 15m");
            refuse(
                    life.compareTo(GREATEST_LIFE) > 0,
                    option + " is longer than a century: give a time such as 30d");
        }
    }

    private void checkSkew() {
        Duration skew = tokens.skew;
        refuse(
                skew.isNegative() || skew.compareTo(GREATEST_SKEW) > 0,
                "clock-skew lies between 0 and 600 s: mend the clocks, and give a few seconds");
        refuse(
                own && skew.compareTo(tokens.access.dividedBy(2)) >= 0,
                "clock-skew is half of access-token-lifetime or more: make it less, for tokens outlive their exp by it");
        Duration age = tokens.maxAge;
        refuse(
                age != null && age.compareTo(Duration.ofSeconds(1)) < 0,
                "max-token-age is shorter than a second: give a time such as 1d, or leave it out");
    }

    private void checkIssuerAndAudience() {
        refuse(
                tokens.issuer != null && tokens.issuer.isBlank(),
                "issuer is empty: give the name that tokens carry as iss, or leave it out");
        checkNames("accepted-issuers", tokens.acceptedIssuers, own);
        checkNames("audience", tokens.audience, false);
        checkNames("accepted-audiences", tokens.acceptedAudiences, own);
        refuse(
                tokens.subjectClaim.isBlank() || OTHER_CLAIMS.contains(tokens.subjectClaim),
                "subject-claim is empty or names a claim that means something else: take `sub`, or a name of your own");
    }

    private void checkNames(String option, @Nullable List<String> names, boolean needed) {
        refuse(
                names != null && names.stream().anyMatch(String::isBlank),
                option + " holds an empty name: take it out");
        refuse(
                needed && names != null && names.isEmpty(),
                option + " is empty: name one at least, or leave it out");
    }

    private void checkPlaces() {
        WebOptions web = from.web;
        refuse(
                web.accessMember.equals(web.refreshMember),
                "json-access-member and json-refresh-member are the same: give each its own name");
        refuse(
                web.headerName.equalsIgnoreCase(from.csrf.accessHeader)
                        || web.headerName.equalsIgnoreCase(from.csrf.refreshHeader),
                "the token and the CSRF value share a header: give header-name and csrf-header different names");
    }

    private void checkCookies() {
        refuse(
                own && !from.cookies.secure,
                "cookies without Secure travel over plain http: take insecureWithoutSecure() out,"
                        + " and say insecureDevelopmentCookies() on the developer's machine");
        Duration age = from.cookies.fixedMaxAge;
        refuse(
                age != null && age.compareTo(Duration.ofSeconds(1)) < 0,
                "a cookie's max-age is shorter than a second: give a time such as 30d");
    }

    private void checkCsrf() {
        CsrfOptions csrf = from.csrf;
        boolean crossSite =
                from.cookies.withoutSameSite || from.cookies.sameSite.equalsIgnoreCase("None");
        refuse(
                own && !csrf.protect && crossSite,
                "without CSRF protection every site can act for a user whose cookies go along:"
                        + " keep the protection, or take cookie-same-site Lax or Strict");
        refuse(
                own && !csrf.methodsAreExempt && csrf.methods.isEmpty(),
                "insecure-csrf-only-methods is empty, which protects nothing:"
                        + " name a method, or say insecure-without-csrf-protection");
    }

    private void refuse(boolean wrong, String problem) {
        if (wrong) {
            problems.add(problem);
        }
    }
}
