package dev.jeton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.JwsVerifier;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.IssuingHooks;
import dev.jeton.jwt.JwtSettings;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenIssuer;
import dev.jeton.jwt.TokenOptions;
import dev.jeton.jwt.TokenType;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.CookieSettings.Clearing;
import dev.jeton.web.CookieSettings.Persistence;
import dev.jeton.web.CookieSettings.Slot;
import dev.jeton.web.wire.Renewal;
import dev.jeton.web.wire.WireProfile;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The rooms put together as the builder does it, each setting at hand. */
final class WebFixture {
    static final Duration ACCESS_LIFE = Duration.ofMinutes(15);
    static final Duration REFRESH_LIFE = Duration.ofDays(30);
    static final Duration SKEW = Duration.ofSeconds(10);

    final TestClock clock = new TestClock();
    WireProfile profile = StandardProfile.create();
    final Map<Reason, AnswerOverride> answers = new EnumMap<>(Reason.class);
    final List<Refusal> told = new ArrayList<>();
    final List<Location> locations = new ArrayList<>(List.of(Location.HEADERS));

    UnaryOperator<CsrfSettings> csrf = settings -> settings;
    CookieSettings cookies = cookies(null, true, "Lax");
    Set<String> trustedOrigins = Set.of();
    boolean form;
    String scheme = "Bearer";
    String headerName = "Authorization";
    String queryParameter = "jwt";
    String queryPrefix = "";
    String accessMember = "access_token";
    String refreshMember = "refresh_token";
    int bodyLimit = 65_536;
    boolean keyLookupBlocks;
    WebSettings.RefusalListener listener = told::add;
    Renewal renewal = Renewal.NONE;

    @Nullable
    RevocationCheck revocation;

    @Nullable
    TokenCheck check;

    @Nullable
    UserLookup users;

    private final KeySource keys = KeySource.of(KeyRing.of(JwsKey.ofSecret(
            JwsAlgorithm.HS256, "the secret of the tests, long enough".getBytes())));

    static WebFixture of(Location... locations) {
        WebFixture fixture = new WebFixture();
        if (locations.length > 0) {
            fixture.locations.clear();
            fixture.locations.addAll(List.of(locations));
        }
        return fixture;
    }

    static CookieSettings cookies(
            @Nullable String domain, boolean secure, @Nullable String sameSite) {
        return new CookieSettings(
                new Slot("access_token", "/", "csrf_token", "/"),
                new Slot("refresh_token", "/", "csrf_token", "/"),
                domain,
                secure,
                sameSite,
                Persistence.TOKEN_LIFE,
                null,
                secure,
                true,
                Clearing.AS_SET,
                REFRESH_LIFE);
    }

    JwtSettings jwtSettings() {
        return new JwtSettings(
                clock,
                profile.layout().apply("sub"),
                profile.accessRules(),
                profile.refreshRules(),
                new JwtSettings.Issuing(
                        profile.ids(),
                        ACCESS_LIFE,
                        REFRESH_LIFE,
                        null,
                        List.of(),
                        true,
                        false,
                        false,
                        false,
                        true,
                        IssuingHooks.NONE),
                new JwtSettings.Accepting(SKEW, null, Set.of(), Set.of()));
    }

    CsrfSettings csrfSettings() {
        return csrf.apply(new CsrfSettings(
                true,
                Set.of("GET", "HEAD", "OPTIONS", "TRACE"),
                true,
                "X-CSRF-TOKEN",
                "X-CSRF-TOKEN",
                form,
                "csrf_token",
                "csrf_token",
                trustedOrigins,
                true));
    }

    WebSettings settings() {
        return new WebSettings(
                clock,
                List.copyOf(locations),
                headerName,
                scheme,
                queryParameter,
                queryPrefix,
                accessMember,
                refreshMember,
                bodyLimit,
                SKEW.toMillis(),
                cookies,
                csrfSettings(),
                revocation,
                check,
                users,
                answers,
                listener,
                keyLookupBlocks,
                profile);
    }

    TokenCookies tokenCookies() {
        return new TokenCookies(cookies, csrfSettings(), clock);
    }

    RequestAuthenticator authenticator() {
        JwtVerifier verifier = new JwtVerifier(new JwsVerifier(keys), jwtSettings());
        return new RequestAuthenticator(settings(), verifier, tokenCookies(), renewal);
    }

    String access() {
        return access(options -> options);
    }

    String access(UnaryOperator<TokenOptions> options) {
        return sign(draft(TokenType.ACCESS, options));
    }

    String refresh() {
        return sign(draft(TokenType.REFRESH, options -> options));
    }

    TokenDraft draft(TokenType type, UnaryOperator<TokenOptions> options) {
        return issuer().draft(type, "ada", options.apply(new TokenOptions()));
    }

    /** An access token that says this of itself in place of what is usual. */
    String saying(String claim, Object value) {
        TokenDraft d = draft(TokenType.ACCESS, options -> options);
        return sign(new TokenDraft(
                d.type(),
                d.identity(),
                d.subject(),
                d.drawn(),
                d.issuer(),
                d.audience(),
                Map.of(claim, value),
                d.headers()));
    }

    /** An access token without a double-submit value. */
    String withoutCsrf() {
        TokenDraft d = draft(TokenType.ACCESS, options -> options);
        TokenDraft.Drawn t = d.drawn();
        TokenDraft.Drawn bare = new TokenDraft.Drawn(
                t.jti(),
                t.sid(),
                null,
                t.issuedAt(),
                t.notBefore(),
                t.expiresAt(),
                t.authTime(),
                t.fresh());
        return sign(new TokenDraft(
                d.type(),
                d.identity(),
                d.subject(),
                bare,
                d.issuer(),
                d.audience(),
                d.claims(),
                d.headers()));
    }

    String sign(TokenDraft draft) {
        return issuer().sign(draft);
    }

    private TokenIssuer issuer() {
        return new TokenIssuer(keys, jwtSettings());
    }

    Outcome decide(Request request) {
        return decide(request, r -> r);
    }

    Outcome decide(Request request, UnaryOperator<JwtRequirement> options) {
        return authenticator().authenticate(request, JwtRequirement.of(options));
    }

    /** The reason of a refusal, and that the handler does not run. */
    Reason refused(Request request) {
        return refused(request, r -> r);
    }

    Reason refused(Request request, UnaryOperator<JwtRequirement> options) {
        return denied(request, options).refusal().reason();
    }

    Outcome.Denied denied(Request request, UnaryOperator<JwtRequirement> options) {
        Outcome outcome = decide(request, options);
        assertThat(outcome).isInstanceOf(Outcome.Denied.class);
        return (Outcome.Denied) outcome;
    }

    Outcome.Authenticated passed(Request request) {
        return passed(request, r -> r);
    }

    Outcome.Authenticated passed(Request request, UnaryOperator<JwtRequirement> options) {
        Outcome outcome = decide(request, options);
        assertThat(outcome).isInstanceOf(Outcome.Authenticated.class);
        return (Outcome.Authenticated) outcome;
    }
}
