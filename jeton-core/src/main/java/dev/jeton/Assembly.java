package dev.jeton;

import dev.jeton.failure.SettingsException;
import dev.jeton.internal.HookLog;
import dev.jeton.jose.JwsVerifier;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.JwtSettings;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenIssuer;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.session.Denylist;
import dev.jeton.session.DenylistCheck;
import dev.jeton.session.RevocationCheck;
import dev.jeton.session.Revoker;
import dev.jeton.web.CookieSettings;
import dev.jeton.web.CookieSettings.Slot;
import dev.jeton.web.CsrfSettings;
import dev.jeton.web.RequestAuthenticator;
import dev.jeton.web.StandardProfile;
import dev.jeton.web.TokenCookies;
import dev.jeton.web.WebSettings;
import dev.jeton.web.wire.Renewal;
import dev.jeton.web.wire.WireProfile;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes each room's settings of what the builder was told, and a Jeton of the rooms. */
final class Assembly {
    private static final int BODY_LIMIT = 64 * 1024;

    private final JetonBuilder from;
    private final WireProfile profile;
    private final Listeners listeners;

    Assembly(JetonBuilder from) {
        this.from = from;
        this.profile = from.profile == null ? StandardProfile.create() : from.profile;
        this.listeners = new Listeners(
                List.copyOf(from.hooks.listeners), new HookLog("dev.jeton", from.clock));
    }

    Jeton build() {
        WebSettings web = webSettings();
        List<String> problems = new ArrayList<>(from.problems);
        problems.addAll(new SettingsCheck(from).problems());
        problems.addAll(web.problems());
        KeySource keys = new Keys(from.keys, problems).source();
        if (keys == null || !problems.isEmpty()) {
            throw new SettingsException(problems.stream().distinct().toList());
        }
        Report report = Report.of(from, web, keys.ring());
        Jeton jeton = jeton(keys, web, report);
        report.log();
        return jeton;
    }

    private Jeton jeton(KeySource keys, WebSettings web, Report report) {
        JwtSettings jwt = jwtSettings();
        TokenIssuer issuer = new TokenIssuer(keys, jwt);
        JwtVerifier verifier = new JwtVerifier(
                new JwsVerifier(keys, from.keys.lookup, from.keys.remembered()), jwt);
        TokenCookies cookies = new TokenCookies(web.cookies(), web.csrf(), from.clock);
        LateRenewal renewal = new LateRenewal();
        Jeton jeton = new Jeton(new Jeton.Parts(
                from.name,
                keys,
                issuer,
                verifier,
                new Logins(jwt, issuer, revoker(), listeners),
                new JetonCookies(cookies, verifier, web.csrf().protect(), web.cookies()),
                new RequestAuthenticator(
                        web, verifier, cookies, from.renewal == null ? Renewal.NONE : renewal),
                web.locations(),
                report.text()));
        if (from.renewal != null) {
            renewal.actual = from.renewal.apply(jeton);
        }
        return jeton;
    }

    private JwtSettings jwtSettings() {
        TokenSettings tokens = from.tokens;
        return new JwtSettings(
                from.clock,
                profile.layout().apply(tokens.subjectClaim),
                rules(profile.accessRules()),
                rules(profile.refreshRules()),
                issuing(tokens),
                accepting(tokens));
    }

    private JwtSettings.Issuing issuing(TokenSettings tokens) {
        return new JwtSettings.Issuing(
                profile.ids(),
                life(tokens.access),
                life(tokens.refresh),
                tokens.issuer,
                tokens.audience,
                from.csrf.protect && profile.cookies().csrfDrawn(),
                tokens.notBefore,
                tokens.claimOverrides,
                tokens.withoutExpiry,
                profile.mergesGivenClaims(),
                from.hooks);
    }

    private JwtSettings.Accepting accepting(TokenSettings tokens) {
        return new JwtSettings.Accepting(
                tokens.skew,
                tokens.maxAge,
                acceptedIssuers(),
                Set.copyOf(
                        tokens.acceptedAudiences == null
                                ? tokens.audience
                                : tokens.acceptedAudiences));
    }

    private static @Nullable Duration life(Duration life) {
        return life.equals(TokenSettings.NEVER) ? null : life;
    }

    private Set<String> acceptedIssuers() {
        if (from.tokens.acceptedIssuers != null) {
            return Set.copyOf(from.tokens.acceptedIssuers);
        }
        return from.tokens.issuer == null ? Set.of() : Set.of(from.tokens.issuer);
    }

    private ClaimRules rules(ClaimRules rules) {
        ClaimRules relaxed = rules;
        if (from.tokens.withoutExpiry) {
            relaxed = relaxed.allowing(Allowance.MISSING_EXP);
        }
        if (from.profile == null && revocation() == null) {
            relaxed = relaxed.allowing(Allowance.MISSING_JTI);
        }
        return relaxed;
    }

    private @Nullable RevocationCheck revocation() {
        Denylist denylist = from.hooks.denylist;
        RevocationCheck check = from.hooks.revocation;
        if (denylist == null) {
            return check;
        }
        DenylistCheck denied = new DenylistCheck(denylist, from.clock);
        return check == null ? denied : new EitherRevocation(denied, check);
    }

    private @Nullable Revoker revoker() {
        Denylist denylist = from.hooks.denylist;
        return denylist == null ? null : new Revoker(denylist, from.clock, from.tokens.skew);
    }

    private WebSettings webSettings() {
        WebOptions web = from.web;
        return new WebSettings(
                from.clock,
                web.locations,
                web.headerName,
                web.headerScheme,
                web.queryParameter,
                web.queryPrefix,
                web.accessMember,
                web.refreshMember,
                BODY_LIMIT,
                from.tokens.skew.toMillis(),
                cookieSettings(),
                csrfSettings(),
                revocation(),
                from.hooks.check,
                from.hooks.users,
                Map.copyOf(from.hooks.answers),
                listeners::refused,
                from.keys.lookup != KeyOptions.NO_LOOKUP,
                profile);
    }

    private CookieSettings cookieSettings() {
        CookieOptions c = from.cookies;
        return new CookieSettings(
                new Slot(c.accessName, c.accessPath, c.accessCsrfName, c.accessCsrfPath),
                new Slot(c.refreshName, c.refreshPath, c.refreshCsrfName, c.refreshCsrfPath),
                c.domain,
                c.secure && !from.development,
                sameSite(c),
                c.persistence,
                c.fixedMaxAge,
                c.prefixed && !from.development,
                c.companions,
                profile.cookies().clearing(),
                life(from.tokens.refresh));
    }

    /** The value as it goes to the wire, whatever its case in the configuration (RFC 6265bis §5.6.7). */
    private static @Nullable String sameSite(CookieOptions cookies) {
        if (cookies.withoutSameSite) {
            return null;
        }
        return Stream.of("Strict", "Lax", "None")
                .filter(cookies.sameSite::equalsIgnoreCase)
                .findFirst()
                .orElse(cookies.sameSite);
    }

    private CsrfSettings csrfSettings() {
        CsrfOptions csrf = from.csrf;
        return new CsrfSettings(
                csrf.protect,
                Set.copyOf(csrf.methods),
                csrf.methodsAreExempt,
                csrf.accessHeader,
                csrf.refreshHeader,
                csrf.form,
                csrf.accessField,
                csrf.refreshField,
                Set.copyOf(csrf.trustedOrigins),
                profile.cookies().originChecked());
    }
}
