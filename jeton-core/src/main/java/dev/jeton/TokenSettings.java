package dev.jeton;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** The tokens section of {@link JetonBuilder}: lifetimes, clocks, issuer, audience (RFC 7519 §4.1). */
public final class TokenSettings {
    /** The life of tokens that never expire. */
    static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    Duration access = Duration.ofMinutes(15);
    Duration refresh = Duration.ofDays(30);
    Duration skew = Duration.ofSeconds(10);

    @Nullable
    Duration maxAge;

    @Nullable
    String issuer;

    @Nullable
    List<String> acceptedIssuers;

    List<String> audience = List.of();

    @Nullable
    List<String> acceptedAudiences;

    String subjectClaim = "sub";
    boolean notBefore;
    boolean claimOverrides;
    boolean withoutExpiry;

    TokenSettings() {}

    /** How long an access token lives; default 15 minutes. */
    public TokenSettings accessLifetime(Duration life) {
        access = life;
        return this;
    }

    /** How long a refresh token lives; default 30 days. */
    public TokenSettings refreshLifetime(Duration life) {
        refresh = life;
        return this;
    }

    /** How far the clocks of issuer and verifier may differ: 0 to 600 s, less than half the access life; default 10 s. */
    public TokenSettings clockSkew(Duration tolerance) {
        skew = tolerance;
        return this;
    }

    /** Tokens whose {@code iat} lies further back are refused as expired, and so are those without one; default: no bound. */
    public TokenSettings maxTokenAge(Duration age) {
        maxAge = age;
        return this;
    }

    /** {@code iss}: written, and required on reading (RFC 7519 §4.1.1). */
    public TokenSettings issuer(String name) {
        issuer = name;
        return this;
    }

    /** The issuers of which one is required on reading, in place of the one that is written. */
    public TokenSettings acceptedIssuers(String... names) {
        acceptedIssuers = List.of(names);
        return this;
    }

    /** {@code aud}: written, and one of it required on reading (RFC 7519 §4.1.3). */
    public TokenSettings audience(String... names) {
        audience = List.of(names);
        return this;
    }

    /** The audiences of which one is required on reading, in place of those that are written. */
    public TokenSettings acceptedAudiences(String... names) {
        acceptedAudiences = List.of(names);
        return this;
    }

    /** The claim that holds the subject; default {@code sub}. */
    public TokenSettings subjectClaim(String name) {
        subjectClaim = name;
        return this;
    }

    /** Tokens also carry {@code nbf}, the moment of their issue (RFC 7519 §4.1.5). */
    public TokenSettings notBeforeWritten() {
        notBefore = true;
        return this;
    }

    /** Additional claims may replace registered ones, {@code exp} and {@code sub} among them. Reported at start-up. */
    public TokenSettings insecureClaimOverrides() {
        claimOverrides = true;
        return this;
    }

    /** Tokens without {@code exp} are accepted, and may be issued one by one. Reported at start-up. */
    public TokenSettings insecureTokensWithoutExpiry() {
        withoutExpiry = true;
        return this;
    }

    /** Access tokens never expire. Reported at start-up. */
    public TokenSettings insecureUnlimitedAccessLifetime() {
        access = NEVER;
        return insecureTokensWithoutExpiry();
    }

    /** Refresh tokens never expire. Reported at start-up. */
    public TokenSettings insecureUnlimitedRefreshLifetime() {
        refresh = NEVER;
        return insecureTokensWithoutExpiry();
    }
}
