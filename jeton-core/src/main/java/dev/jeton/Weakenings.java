package dev.jeton;

import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.web.CookieSettings;
import dev.jeton.web.CsrfSettings;
import dev.jeton.web.Location;
import dev.jeton.web.WebSettings;
import dev.jeton.web.wire.WireProfile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything in a configuration that is weaker than Jeton's own rules, or that its owner should think about twice. */
final class Weakenings {
    private static final Duration LONG_ACCESS = Duration.ofDays(1);

    private final JetonBuilder from;
    private final WebSettings web;
    private final List<String> lines = new ArrayList<>();

    private Weakenings(JetonBuilder from, WebSettings web) {
        this.from = from;
        this.web = web;
    }

    /** A line each, in a fixed order. */
    static List<String> of(JetonBuilder from, WebSettings web, KeyRing ring) {
        Weakenings all = new Weakenings(from, web);
        all.lines.addAll(from.warnings);
        all.keys(ring);
        all.tokens(from.tokens);
        all.places();
        all.cookies(web.cookies());
        all.csrf(web.csrf());
        all.profile(web.profile());
        return all.lines;
    }

    private void keys(KeyRing ring) {
        for (JwsKey key : ring.keys()) {
            String algorithm = key.algorithm().jwsName();
            note(
                    !key.isNamed(),
                    "the " + algorithm + " key has no kid: it is tried for every token");
            note(
                    algorithm.startsWith("ES") && isUnsoundEcdsa(Runtime.version()),
                    "this Java runtime verifies ECDSA wrongly (CVE-2022-21449): update it");
        }
        note(ring.signingKey().isEmpty(), "the keys verify only: no tokens can be issued");
    }

    /** Java 17 before 17.0.3, and 18 before 18.0.1. */
    static boolean isUnsoundEcdsa(Runtime.Version java) {
        return java.feature() == 17 && java.interim() == 0 && java.update() < 3
                || java.feature() == 18 && java.interim() == 0 && java.update() < 1;
    }

    private void tokens(TokenSettings tokens) {
        note(tokens.withoutExpiry, "insecure: tokens without exp are accepted, and never expire");
        note(tokens.access.equals(TokenSettings.NEVER), "insecure: access tokens never expire");
        note(tokens.refresh.equals(TokenSettings.NEVER), "insecure: refresh tokens never expire");
        note(tokens.claimOverrides, "insecure: additional claims may replace registered ones");
        note(
                tokens.access.compareTo(LONG_ACCESS) > 0 && web.revocation() == null,
                "access tokens live for more than a day and cannot be revoked");
        note(
                tokens.maxAge != null && tokens.maxAge.compareTo(tokens.refresh) < 0,
                "max-token-age ends refresh tokens before their exp");
        note(
                tokens.issuer != null
                        && tokens.acceptedIssuers != null
                        && !tokens.acceptedIssuers.contains(tokens.issuer),
                "the issuer that is written is not among the accepted ones");
        note(
                !tokens.audience.isEmpty()
                        && tokens.acceptedAudiences != null
                        && tokens.audience.stream().noneMatch(tokens.acceptedAudiences::contains),
                "none of the audiences that are written is accepted");
    }

    private void places() {
        note(
                from.hooks.denylist instanceof InMemoryDenylist,
                "revocations are kept in this process only: other processes do not see them, and a restart forgets them");
        note(
                web.locations().contains(Location.QUERY_STRING),
                "tokens in query strings end up in logs and histories (RFC 6750 §2.3)");
    }

    private void cookies(CookieSettings cookies) {
        note(
                from.development,
                "insecure: development cookies, without Secure and prefixes, for plain http");
        note(
                !cookies.secure() && !from.development,
                "insecure: cookies without Secure travel over plain http");
        note(
                !cookies.prefixed() && !from.development,
                "cookies without __Host- and __Secure- can be overwritten by other hosts");
        note(
                cookies.sameSite() == null,
                "insecure: cookies without SameSite, which browsers treat differently");
        note(
                "None".equals(cookies.sameSite()),
                "cookies go along with requests of other sites (SameSite=None)");
    }

    private void csrf(CsrfSettings csrf) {
        note(!csrf.protect(), "insecure: cookie tokens without CSRF protection");
        note(
                csrf.protect() && !csrf.methodsAreExempt(),
                "insecure: CSRF protection only for "
                        + String.join(", ", csrf.methods().stream().sorted().toList()));
        note(
                !csrf.originChecked(),
                "Sec-Fetch-Site and Origin of cookie requests are not looked at");
        csrf.trustedOrigins().stream()
                .filter(origin -> origin.startsWith("http:"))
                .sorted()
                .forEach(origin -> lines.add("the trusted origin " + origin + " is plain http"));
    }

    private void profile(WireProfile profile) {
        if (profile.accessRules().equals(profile.refreshRules())) {
            rules("profile: ", profile.accessRules());
        } else {
            rules("profile, access tokens: ", profile.accessRules());
            rules("profile, refresh tokens: ", profile.refreshRules());
        }
        note(profile.unknownUsersPass(), "profile: users that are not found pass");
    }

    private void rules(String prefix, ClaimRules rules) {
        rules.allowances().stream()
                .sorted()
                .map(Allowance::report)
                .forEach(report -> lines.add(prefix + report));
        note(
                rules.type() != ClaimRules.TypeRule.EXACT,
                prefix + "type is read as " + words(rules.type()));
        note(
                rules.expiry() != ClaimRules.ExpiryRule.AT_EXP,
                prefix + "tokens expire " + words(rules.expiry()));
        note(
                rules.accepted() == ClaimRules.AcceptedFrom.ANYONE,
                prefix + "iss and aud are not compared");
    }

    private static String words(Enum<?> rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void note(boolean applies, String line) {
        if (applies) {
            lines.add(line);
        }
    }
}
