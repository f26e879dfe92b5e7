package dev.jeton.spring.test;

import dev.jeton.Jeton;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.TokenOptions;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.HeaderSink;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The token that a test sends: an access token by the header, unless it says otherwise. The application's own Jeton signs it, so nothing
 * of what a request goes through is left out. Fields have their standard names, {@code Authorization} and {@code X-CSRF-TOKEN}.
 */
public final class TestJwt {
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final String subject;
    private final TokenOptions options = new TokenOptions();
    private TokenType type = TokenType.ACCESS;
    private boolean expired;
    private boolean inCookie;
    private boolean withoutCsrf;
    private String by = Jeton.DEFAULT_NAME;

    private TestJwt(String subject) {
        this.subject = subject;
    }

    /** A token of this subject. */
    public static TestJwt of(String subject) {
        return new TestJwt(subject);
    }

    /** As from a login a moment ago. */
    public TestJwt fresh() {
        options.fresh();
        return this;
    }

    /** It expired a day ago. */
    public TestJwt expired() {
        expired = true;
        return this;
    }

    /** A refresh token. */
    public TestJwt refresh() {
        type = TokenType.REFRESH;
        return this;
    }

    /** Sent as browsers do, in its cookie, and with its CSRF value in the header. */
    public TestJwt cookie() {
        inCookie = true;
        return this;
    }

    /** Sent in its cookie and without the CSRF value, as another site would make a browser do. */
    public TestJwt cookieWithoutCsrf() {
        withoutCsrf = true;
        return cookie();
    }

    /** With these roles. */
    public TestJwt roles(String... roles) {
        options.roles(roles);
        return this;
    }

    /** With these scopes. */
    public TestJwt scopes(String... scopes) {
        options.scopes(scopes);
        return this;
    }

    /** With one more claim. */
    public TestJwt claim(String name, @Nullable Object value) {
        options.claim(name, value);
        return this;
    }

    /** With whatever else a token may be issued with. */
    public TestJwt options(Consumer<TokenOptions> more) {
        more.accept(options);
        return this;
    }

    /** Of the Jeton of this name. */
    public TestJwt by(String name) {
        by = name;
        return this;
    }

    /** For a client of any kind: {@code client.get().uri("/me").headers(TestJwt.of("ada").expired().headers(jeton))}. */
    public Consumer<HttpHeaders> headers(Jeton jeton) {
        return headers -> addTo(headers::set, jeton);
    }

    String by() {
        return by;
    }

    /** Tells the fields of a request that sends it; the cookie is one of them. */
    void addTo(HeaderSink request, Jeton jeton) {
        TokenDraft draft = draft(jeton);
        String text = jeton.issuer().sign(draft);
        if (!inCookie) {
            request.add("Authorization", "Bearer " + text);
            return;
        }
        request.add("Cookie", jeton.cookies().names().get(type.ordinal()) + "=" + text);
        String csrf = draft.drawn().csrf();
        if (!withoutCsrf && csrf != null) {
            request.add("X-CSRF-TOKEN", csrf);
        }
    }

    private TokenDraft draft(Jeton jeton) {
        TokenDraft draft = jeton.issuer().draft(type, subject, options);
        Instant end = draft.drawn().expiresAt();
        if (!expired || end == null) {
            return draft;
        }
        Duration life = Duration.between(draft.drawn().issuedAt(), end);
        return new TokenDraft(
                type,
                draft.identity(),
                draft.subject(),
                earlier(draft.drawn(), life.plus(LONG_AGO)),
                draft.issuer(),
                draft.audience(),
                draft.claims(),
                draft.headers());
    }

    private static TokenDraft.Drawn earlier(TokenDraft.Drawn drawn, Duration by) {
        return new TokenDraft.Drawn(
                drawn.jti(),
                drawn.sid(),
                drawn.csrf(),
                drawn.issuedAt().minus(by),
                earlier(drawn.notBefore(), by),
                earlier(drawn.expiresAt(), by),
                earlier(drawn.authTime(), by),
                drawn.fresh());
    }

    private static @Nullable Instant earlier(@Nullable Instant time, Duration by) {
        return time == null ? null : time.minus(by);
    }
}
