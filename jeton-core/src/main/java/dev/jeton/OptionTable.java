package dev.jeton;

import static dev.jeton.OptionText.ALGORITHM;
import static dev.jeton.OptionText.ANY;
import static dev.jeton.OptionText.FLAG;
import static dev.jeton.OptionText.LIFE;
import static dev.jeton.OptionText.LIST;
import static dev.jeton.OptionText.LOCATIONS;
import static dev.jeton.OptionText.PERSISTENCE;
import static dev.jeton.OptionText.SIZE;
import static dev.jeton.OptionText.TEXT;
import static dev.jeton.OptionText.TIME;

import dev.jeton.web.Location;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Every option that text can set: key, default, meaning, form, effect. What sets two others stands before them. */
final class OptionTable {
    private final List<Option<?>> rows = new ArrayList<>();

    OptionTable() {
        keys();
        places();
        tokens();
        cookieNames();
        cookieAttributes();
        csrf();
    }

    /** The options, in the order in which they are applied. */
    List<Option<?>> rows() {
        return rows;
    }

    private void keys() {
        row("name", "default", "what routes call this Jeton").as(TEXT, JetonBuilder::name);
        row("secret-key", "the HMAC secret: `base64:…`, `hex:…`, or text of 32 bytes at least")
                .as(ANY, JetonBuilder::secretKey);
        row("private-key", "the key that signs: PEM text (PKCS#8), or `file:PATH` of one")
                .as(TEXT, JetonBuilder::privateKey);
        row("public-key", "the key that verifies: PEM text (SPKI), or `file:PATH` of one")
                .as(TEXT, JetonBuilder::publicKey);
        row("algorithm", "of the key; else `HS256` for a secret, and worked out for a pair")
                .as(ALGORITHM, JetonBuilder::algorithm);
        row("key-id", "`kid`; else `1` for a secret, and the RFC 7638 thumbprint for a pair")
                .as(TEXT, JetonBuilder::keyId);
        row(
                        "key-provider",
                        "the installed JCA provider that the key is used with; else the runtime chooses")
                .as(TEXT, JetonBuilder::keyProvider);
        row(
                        "verified-token-memory",
                        "16MiB",
                        "for remembering RSA, EC and EdDSA tokens whose signature held; 0 for none")
                .as(SIZE, JetonBuilder::verifiedTokenMemory);
        row("remember-hmac-tokens", "false", "whether tokens of a secret are remembered too")
                .as(FLAG, JetonBuilder::rememberHmacTokens);
    }

    private void places() {
        row("locations", "headers", "where tokens are looked for")
                .as(LOCATIONS, (b, v) -> b.locations(v.toArray(Location[]::new)));
        row("header-name", "Authorization", "the field of the header location")
                .as(TEXT, JetonBuilder::headerName);
        row("header-scheme", "Bearer", "the scheme before the token, or nothing")
                .as(ANY, JetonBuilder::headerScheme);
        row("query-parameter", "jwt", "the parameter of the query location")
                .as(TEXT, JetonBuilder::queryParameter);
        row("query-prefix", "what stands before the token in that parameter")
                .as(ANY, JetonBuilder::queryPrefix);
        row("json-access-member", "access_token", "the JSON member with an access token")
                .as(TEXT, JetonBuilder::jsonAccessMember);
        row("json-refresh-member", "refresh_token", "the JSON member with a refresh token")
                .as(TEXT, JetonBuilder::jsonRefreshMember);
    }

    private void tokens() {
        row("access-token-lifetime", "15m", "how long an access token lives")
                .as(LIFE, (b, v) -> b.tokens.accessLifetime(v));
        row("refresh-token-lifetime", "30d", "how long a refresh token lives")
                .as(LIFE, (b, v) -> b.tokens.refreshLifetime(v));
        row("clock-skew", "10s", "how far clocks may differ: 0 to 600 s")
                .as(TIME, (b, v) -> b.tokens.clockSkew(v));
        row("max-token-age", "how old `iat` may be").as(TIME, (b, v) -> b.tokens.maxTokenAge(v));
        row("issuer", "`iss`: written, and required").as(TEXT, (b, v) -> b.tokens.issuer(v));
        row("accepted-issuers", "the issuers of which one is required, if not the written one")
                .as(LIST, (b, v) -> b.tokens.acceptedIssuers(names(v)));
        row("audience", "`aud`: written, and one of it required")
                .as(LIST, (b, v) -> b.tokens.audience(names(v)));
        row("accepted-audiences", "the audiences of which one is required, if not the written ones")
                .as(LIST, (b, v) -> b.tokens.acceptedAudiences(names(v)));
        row("subject-claim", "sub", "the claim that holds the subject")
                .as(TEXT, (b, v) -> b.tokens.subjectClaim(v));
        row("not-before-written", "false", "whether tokens carry `nbf`")
                .as(FLAG, (b, v) -> b.tokens.notBefore = v);
        row("insecure-claim-overrides", "false", "whether given claims may replace registered ones")
                .as(FLAG, (b, v) -> b.tokens.claimOverrides = v);
        row("insecure-tokens-without-expiry", "false", "whether tokens without `exp` are good")
                .as(FLAG, (b, v) -> b.tokens.withoutExpiry = v);
    }

    private void cookieNames() {
        row("access-cookie-name", "access_token", "the access cookie, before its prefix")
                .as(TEXT, (b, v) -> b.cookies.accessName(v));
        row("refresh-cookie-name", "refresh_token", "the refresh cookie, before its prefix")
                .as(TEXT, (b, v) -> b.cookies.refreshName(v));
        row("access-cookie-path", "/", "the path of the access cookie")
                .as(TEXT, (b, v) -> b.cookies.accessPath(v));
        row("refresh-cookie-path", "/", "the path of the refresh cookie")
                .as(TEXT, (b, v) -> b.cookies.refreshPath(v));
        row("csrf-cookies", "true", "whether the CSRF value is set as a cookie that scripts read")
                .as(FLAG, (b, v) -> b.cookies.companions = v);
        row("access-csrf-cookie-name", "csrf_token", "the companion of the access cookie")
                .as(TEXT, (b, v) -> b.cookies.accessCsrfName(v));
        row("refresh-csrf-cookie-name", "csrf_token", "the companion of the refresh cookie")
                .as(TEXT, (b, v) -> b.cookies.refreshCsrfName(v));
        row("access-csrf-cookie-path", "/", "its path")
                .as(TEXT, (b, v) -> b.cookies.accessCsrfPath(v));
        row("refresh-csrf-cookie-path", "/", "its path")
                .as(TEXT, (b, v) -> b.cookies.refreshCsrfPath(v));
    }

    private void cookieAttributes() {
        row("cookie-domain", "the hosts that get the cookies; else only the one that set them")
                .as(TEXT, (b, v) -> b.cookies.domain(v));
        row("cookie-same-site", "Lax", "`Strict`, `Lax` or `None`")
                .as(TEXT, (b, v) -> b.cookies.sameSite(v));
        row("cookie-persistence", "token-life", "how long browsers keep token cookies")
                .as(PERSISTENCE, (b, v) -> b.cookies.kept(v));
        row("cookie-prefixes", "true", "whether token cookies are named `__Host-` or `__Secure-`")
                .as(FLAG, (b, v) -> b.cookies.prefixed = v);
        row("insecure-cookies-without-same-site", "false", "whether `SameSite` is left out")
                .as(FLAG, (b, v) -> b.cookies.withoutSameSite = v);
        row("development", "false", "cookies for plain http on the developer's machine")
                .as(FLAG, (b, v) -> b.development = v);
    }

    private void csrf() {
        row(
                        "csrf-exempt-methods",
                        "GET,HEAD,OPTIONS,TRACE",
                        "the safe methods without CSRF protection")
                .as(LIST, (b, v) -> b.csrf.exemptMethods(names(v)));
        row("insecure-csrf-only-methods", "the only methods with CSRF protection")
                .as(LIST, (b, v) -> b.csrf.insecureOnlyMethods(names(v)));
        row("csrf-header", "X-CSRF-TOKEN", "the request header that repeats the CSRF value")
                .as(TEXT, (b, v) -> b.csrf.header(v));
        row("access-csrf-header", "X-CSRF-TOKEN", "the same beside an access cookie")
                .as(TEXT, (b, v) -> b.csrf.accessHeader(v));
        row("refresh-csrf-header", "X-CSRF-TOKEN", "the same beside a refresh cookie")
                .as(TEXT, (b, v) -> b.csrf.refreshHeader(v));
        row("csrf-form", "false", "whether a form field may repeat the CSRF value")
                .as(FLAG, (b, v) -> b.csrf.form = v);
        row("csrf-field", "csrf_token", "the form field that repeats the CSRF value")
                .as(TEXT, (b, v) -> b.csrf.field(v));
        row("access-csrf-field", "csrf_token", "the same beside an access cookie")
                .as(TEXT, (b, v) -> b.csrf.accessField(v));
        row("refresh-csrf-field", "csrf_token", "the same beside a refresh cookie")
                .as(TEXT, (b, v) -> b.csrf.refreshField(v));
        row("trusted-origins", "the other origins whose unsafe requests are accepted")
                .as(LIST, (b, v) -> b.csrf.trustedOrigins(names(v)));
        row("insecure-without-csrf-protection", "false", "whether cookie tokens need no CSRF value")
                .as(FLAG, (b, v) -> b.csrf.protect = !v);
    }

    private Row row(String key, String meaning) {
        return row(key, "", meaning);
    }

    private Row row(String key, String standard, String meaning) {
        return new Row(key, standard, meaning);
    }

    /** A row that still lacks its right half. */
    private final class Row {
        private final String key;
        private final String standard;
        private final String meaning;

        Row(String key, String standard, String meaning) {
            this.key = key;
            this.standard = standard;
            this.meaning = meaning;
        }

        <T> void as(OptionText<T> text, BiConsumer<JetonBuilder, T> use) {
            rows.add(new Option<>(key, text, standard, meaning, use));
        }
    }

    private static String[] names(List<String> list) {
        return list.toArray(String[]::new);
    }
}
