package dev.jeton;

import dev.jeton.failure.SettingsException;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.JwsVerifier;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.JwtSettings;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenIssuer;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.CookieSettings;
import dev.jeton.web.CookieSettings.Slot;
import dev.jeton.web.CsrfSettings;
import dev.jeton.web.RequestAuthenticator;
import dev.jeton.web.StandardProfile;
import dev.jeton.web.TokenCookies;
import dev.jeton.web.WebSettings;
import dev.jeton.web.wire.WireProfile;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes each room's settings of what the builder was told, and a Jeton of the rooms. */
final class Assembly {
    private static final int BODY_LIMIT = 64 * 1024;

    private final JetonBuilder from;
    private final WireProfile profile;

    Assembly(JetonBuilder from) {
        this.from = from;
        this.profile = from.profile == null ? StandardProfile.create() : from.profile;
    }

    Jeton build() {
        KeySource keys = keys();
        Listeners listener = new Listeners(List.copyOf(from.hooks.listeners));
        JwtSettings jwt = jwtSettings();
        WebSettings web = webSettings(listener);
        TokenIssuer issuer = new TokenIssuer(keys, jwt);
        JwtVerifier verifier = new JwtVerifier(new JwsVerifier(keys, from.keys.lookup), jwt);
        TokenCookies cookies = new TokenCookies(web.cookies(), web.csrf(), from.clock);
        LateRenewal renewal = new LateRenewal();
        Jeton jeton = new Jeton(new Jeton.Parts(
                from.name,
                keys,
                issuer,
                verifier,
                new Logins(jwt, issuer, from.hooks.denylist, listener),
                new JetonCookies(cookies, verifier, web.csrf().protect(), web.cookies()),
                new RequestAuthenticator(web, verifier, cookies, renewal),
                ""));
        renewal.actual = from.renewal.apply(jeton);
        return jeton;
    }

    private KeySource keys() {
        if (from.keys.source != null) {
            return from.keys.source;
        }
        if (from.keys.secret == null) {
            throw new SettingsException("there is no key");
        }
        return KeySource.of(KeyRing.of(
                JwsKey.ofSecret(from.keys.secret), from.keys.verifying.toArray(JwsKey[]::new)));
    }

    private JwtSettings jwtSettings() {
        TokenSettings tokens = from.tokens;
        return new JwtSettings(
                from.clock,
                profile.ids(),
                life(tokens.access),
                life(tokens.refresh),
                tokens.skew,
                tokens.maxAge,
                tokens.issuer,
                acceptedIssuers(),
                tokens.audience,
                Set.copyOf(
                        tokens.acceptedAudiences == null
                                ? tokens.audience
                                : tokens.acceptedAudiences),
                tokens.claimOverrides,
                tokens.withoutExpiry,
                from.csrf.protect && profile.cookies().csrfDrawn(),
                profile.mergesGivenClaims(),
                from.hooks,
                rules(profile.accessRules()),
                rules(profile.refreshRules()),
                profile.layout().apply(tokens.subjectClaim));
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
        Hooks hooks = from.hooks;
        return hooks.denylist == null && hooks.revocation == null
                ? null
                : new Revocations(hooks.denylist, hooks.revocation, from.clock);
    }

    private WebSettings webSettings(Listeners listener) {
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
                listener::refused,
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
                c.sameSite,
                c.persistence,
                c.fixedMaxAge,
                c.prefixed && !from.development,
                c.companions,
                profile.cookies().clearing(),
                life(from.tokens.refresh));
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
