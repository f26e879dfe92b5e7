package dev.jeton;

import dev.jeton.failure.Reason;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyLookup;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.TokenType;
import dev.jeton.session.Denylist;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.AnswerOverride;
import dev.jeton.web.Location;
import dev.jeton.web.TokenCheck;
import dev.jeton.web.UserLookup;
import dev.jeton.web.wire.Renewal;
import dev.jeton.web.wire.WireProfile;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts a {@link Jeton} together. What is said last holds; nothing is checked before {@link #build()}, which tells all problems
 * at once. For one thread, and for one use.
 */
public final class JetonBuilder {
    final KeyOptions keys = new KeyOptions();
    final WebOptions web = new WebOptions();
    final TokenSettings tokens = new TokenSettings();
    final CookieOptions cookies = new CookieOptions();
    final CsrfOptions csrf = new CsrfOptions();
    final Hooks hooks = new Hooks();
    final List<String> problems = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    String name = Jeton.DEFAULT_NAME;
    boolean development;
    Clock clock = Clock.systemUTC();

    @Nullable
    WireProfile profile;

    @Nullable
    Function<Jeton, Renewal> renewal;

    JetonBuilder() {}

    /** Options by their names, such as {@code jeton.secret-key}; names without {@code jeton.} belong to others.
     * An unknown option is a problem, told with the nearest name. */
    public JetonBuilder options(Map<String, String> values) {
        new OptionSource(this).named(values);
        return this;
    }

    /** As {@link #options}. */
    public JetonBuilder properties(Properties values) {
        new OptionSource(this).properties(values);
        return this;
    }

    /** The options of a properties file in UTF-8; one that stands in it twice is a problem. */
    public JetonBuilder file(Path file) {
        new OptionSource(this).file(file);
        return this;
    }

    /** The options of the process's environment: {@code JETON_SECRET_KEY} is {@code jeton.secret-key}. */
    public JetonBuilder environment() {
        return environment(System.getenv());
    }

    /** The options of an environment. An unknown variable that is nearly a known one is logged as a warning. */
    public JetonBuilder environment(Map<String, String> variables) {
        new OptionSource(this).environment(variables);
        return this;
    }

    /** The name that routes call this Jeton by; default {@code default}. */
    public JetonBuilder name(String value) {
        name = value;
        return this;
    }

    /** The secret of HS256, or of the HMAC {@link #algorithm}: {@code base64:…}, {@code hex:…}, or text of 32 bytes at least. */
    public JetonBuilder secretKey(@Nullable String secret) {
        keys.secret = secret;
        return this;
    }

    /** As {@link #secretKey}, taken as it stands, prefixes included. */
    public JetonBuilder literalSecretKey(String secret) {
        keys.literalSecret = secret;
        return this;
    }

    /** The key that signs: PEM text (PKCS#8), or {@code file:PATH} of one. */
    public JetonBuilder privateKey(String pem) {
        keys.privatePem = pem;
        return this;
    }

    /** The key that verifies: PEM text (SPKI), or {@code file:PATH} of one; alone it verifies only. */
    public JetonBuilder publicKey(String pem) {
        keys.publicPem = pem;
        return this;
    }

    /** The algorithm of the key (RFC 7518 §3.1); default: HS256 for a secret, worked out for a pair. */
    public JetonBuilder algorithm(JwsAlgorithm value) {
        keys.algorithm = value;
        return this;
    }

    /** The key's {@code kid}; default: {@code 1} for a secret, the RFC 7638 thumbprint for a pair. */
    public JetonBuilder keyId(String kid) {
        keys.keyId = kid;
        return this;
    }

    /** The installed JCA provider whose cryptography the key is used with, by name; default: the runtime's choice. */
    public JetonBuilder keyProvider(String name) {
        keys.provider = name;
        return this;
    }

    /** The keys, in place of all of the above; the ring may change while the Jeton runs. */
    public JetonBuilder keys(KeySource source) {
        keys.source = source;
        return this;
    }

    /** More keys that verify, such as the one before a change of keys. */
    public JetonBuilder verifyingKeys(JwsKey... more) {
        keys.verifying = List.of(more);
        return this;
    }

    /** Chooses the verifying key by the kid of a token that nobody has verified yet; null leaves it to the other keys. */
    public JetonBuilder verifyingKeyByKid(KeyLookup lookup) {
        keys.lookup = lookup;
        return this;
    }

    /** Chooses the signing key by the identity that is given a token; null leaves it to the configured one. */
    public JetonBuilder signingKeyFor(Function<Object, @Nullable JwsKey> hook) {
        hooks.signingKey = hook;
        return this;
    }

    /**
     * How many bytes, about, may be spent on remembering RSA, EC and EdDSA tokens whose signature held, so that the next
     * request with one costs a look-up; 0 for none. Default 16 MiB. What else is checked of a token is checked each time.
     */
    public JetonBuilder verifiedTokenMemory(long bytes) {
        keys.tokenMemory = bytes;
        return this;
    }

    /**
     * Whether tokens of a secret (HS256 and its like) are remembered too; default false. It saves most of the microsecond
     * that such a token costs, where clients send theirs again and {@link #verifiedTokenMemory} holds them all.
     */
    public JetonBuilder rememberHmacTokens(boolean value) {
        keys.hmacTokensRemembered = value;
        return this;
    }

    /** Where tokens are looked for, in order, unless a route says otherwise; default: headers. */
    public JetonBuilder locations(Location... places) {
        web.locations = List.of(places);
        return this;
    }

    /** The field of the header location; default {@code Authorization}. */
    public JetonBuilder headerName(String value) {
        web.headerName = value;
        return this;
    }

    /** The scheme before the token in the header, or "" for none; default {@code Bearer}. */
    public JetonBuilder headerScheme(String value) {
        web.headerScheme = value;
        return this;
    }

    /** The parameter of the query location; default {@code jwt}. */
    public JetonBuilder queryParameter(String value) {
        web.queryParameter = value;
        return this;
    }

    /** What stands before the token in the query parameter; default: nothing. */
    public JetonBuilder queryPrefix(String value) {
        web.queryPrefix = value;
        return this;
    }

    /** The member of a JSON body with an access token; default {@code access_token}. */
    public JetonBuilder jsonAccessMember(String value) {
        web.accessMember = value;
        return this;
    }

    /** The member of a JSON body with a refresh token; default {@code refresh_token}. */
    public JetonBuilder jsonRefreshMember(String value) {
        web.refreshMember = value;
        return this;
    }

    /** Lifetimes, clocks, issuer, audience. */
    public JetonBuilder tokens(Consumer<TokenSettings> section) {
        section.accept(tokens);
        return this;
    }

    /** Names, paths and attributes of cookies. */
    public JetonBuilder cookies(Consumer<CookieOptions> section) {
        section.accept(cookies);
        return this;
    }

    /** The CSRF protection of cookie tokens. */
    public JetonBuilder csrf(Consumer<CsrfOptions> section) {
        section.accept(csrf);
        return this;
    }

    /** Cookies without Secure and without prefixes, for plain http on the developer's machine. Reported at start-up. */
    public JetonBuilder insecureDevelopmentCookies() {
        development = true;
        return this;
    }

    /** Loads the user of each good token. */
    public JetonBuilder users(UserLookup lookup) {
        hooks.users = lookup;
        return this;
    }

    /** The application's own word on each good token. */
    public JetonBuilder check(TokenCheck check) {
        hooks.check = check;
        return this;
    }

    /** Asked whether a good token has been revoked; beside a denylist, either may say so. */
    public JetonBuilder revocation(RevocationCheck check) {
        hooks.revocation = check;
        return this;
    }

    /** Where {@link Jeton#logout} and {@link Jeton#revoke} write, and every request reads. */
    public JetonBuilder denylist(Denylist store) {
        hooks.denylist = store;
        return this;
    }

    /** Makes the subject of the object that the application calls a user by; default: the object is the subject. */
    public JetonBuilder identity(Function<Object, @Nullable Object> hook) {
        hooks.identity = hook;
        return this;
    }

    /** Additional claims of an identity's tokens; when a login is refreshed, the identity is the subject. */
    public JetonBuilder additionalClaims(
            BiFunction<Object, TokenType, Map<String, ? extends @Nullable Object>> hook) {
        hooks.claims = hook;
        return this;
    }

    /** Additional JOSE header parameters of an identity's tokens; when a login is refreshed, the identity is the subject. */
    public JetonBuilder additionalHeaders(
            BiFunction<Object, TokenType, Map<String, ? extends @Nullable Object>> hook) {
        hooks.headers = hook;
        return this;
    }

    /** The application's own answer to refusals for this reason. */
    public JetonBuilder answer(Reason reason, AnswerOverride override) {
        hooks.answers.put(reason, override);
        return this;
    }

    /** Told what happened; several are told in order. */
    public JetonBuilder listener(JetonListener listener) {
        hooks.listeners.add(listener);
        return this;
    }

    /** The time; default: the system's. */
    public JetonBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Another wire format than Jeton's own; for {@code dev.jeton.compat}. */
    @SuppressWarnings("exports")
    public JetonBuilder profile(WireProfile value) {
        profile = value;
        return this;
    }

    /** What renews cookies, made when the Jeton is ready; for {@code dev.jeton.compat}. */
    @SuppressWarnings("exports")
    public JetonBuilder renewal(Function<Jeton, Renewal> factory) {
        renewal = factory;
        return this;
    }

    /** The Jeton.
     * @throws dev.jeton.failure.SettingsException with every problem, each with its mend */
    public Jeton build() {
        return new Assembly(this).build();
    }
}
