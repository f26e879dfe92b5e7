package dev.jeton;

import dev.jeton.web.CookieSettings.Persistence;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/** The cookies section of {@link JetonBuilder} (RFC 6265bis §4.1): host-only, Secure, HttpOnly and SameSite=Lax by default. */
public final class CookieOptions {
    String accessName = "access_token";
    String refreshName = "refresh_token";
    String accessPath = "/";
    String refreshPath = "/";
    String accessCsrfName = "csrf_token";
    String refreshCsrfName = "csrf_token";
    String accessCsrfPath = "/";
    String refreshCsrfPath = "/";

    @Nullable
    String domain;

    String sameSite = "Lax";
    boolean withoutSameSite;

    boolean secure = true;
    boolean prefixed = true;
    boolean companions = true;
    Persistence persistence = Persistence.TOKEN_LIFE;

    @Nullable
    Duration fixedMaxAge;

    CookieOptions() {}

    /** The name of the access cookie, before its prefix; default {@code access_token}. */
    public CookieOptions accessName(String name) {
        accessName = name;
        return this;
    }

    /** The name of the refresh cookie, before its prefix; default {@code refresh_token}. */
    public CookieOptions refreshName(String name) {
        refreshName = name;
        return this;
    }

    /** The path that the access cookie is sent to; default {@code /}. */
    public CookieOptions accessPath(String path) {
        accessPath = path;
        return this;
    }

    /** The path that the refresh cookie is sent to; default {@code /}. */
    public CookieOptions refreshPath(String path) {
        refreshPath = path;
        return this;
    }

    /** The name of the cookie with the access token's CSRF value, which scripts read; default {@code csrf_token}. */
    public CookieOptions accessCsrfName(String name) {
        accessCsrfName = name;
        return this;
    }

    /** The name of the cookie with the refresh token's CSRF value, which scripts read; default {@code csrf_token}. */
    public CookieOptions refreshCsrfName(String name) {
        refreshCsrfName = name;
        return this;
    }

    /** The path of the cookie with the access token's CSRF value; default {@code /}. */
    public CookieOptions accessCsrfPath(String path) {
        accessCsrfPath = path;
        return this;
    }

    /** The path of the cookie with the refresh token's CSRF value; default {@code /}. */
    public CookieOptions refreshCsrfPath(String path) {
        refreshCsrfPath = path;
        return this;
    }

    /** The hosts that get the cookies: this one and all below it; default: only the host that set them. */
    public CookieOptions domain(String name) {
        domain = name;
        return this;
    }

    /** {@code Strict}, {@code Lax} or {@code None}; default {@code Lax}. */
    public CookieOptions sameSite(String value) {
        sameSite = value;
        return this;
    }

    /** Browsers forget the token cookies when they close. */
    public CookieOptions sessionCookies() {
        persistence = Persistence.SESSION;
        fixedMaxAge = null;
        return this;
    }

    /** Browsers keep the token cookies for this long, at most 400 days; default: as long as the token lives. */
    public CookieOptions maxAge(Duration age) {
        persistence = Persistence.FIXED;
        fixedMaxAge = age;
        return this;
    }

    /** How long token cookies are kept: as long as the token lives, for a time, or (zero) until the browser closes. */
    void kept(Optional<Duration> age) {
        persistence = Persistence.TOKEN_LIFE;
        age.ifPresent(time -> {
            if (time.isZero()) {
                sessionCookies();
            } else {
                maxAge(time);
            }
        });
    }

    /** The names stay as they are: no {@code __Host-} and no {@code __Secure-} (RFC 6265bis §4.1.3). Reported at start-up. */
    public CookieOptions withoutPrefixes() {
        prefixed = false;
        return this;
    }

    /** The CSRF value is not set as a cookie beside the token; the application hands it out itself. */
    public CookieOptions withoutCsrfCookies() {
        companions = false;
        return this;
    }

    /** Cookies travel over plain http too: refused but under a predecessor's wire profile, and reported there. See
     * {@link JetonBuilder#insecureDevelopmentCookies}. */
    public CookieOptions insecureWithoutSecure() {
        secure = false;
        return this;
    }

    /** The attribute {@code SameSite} is left out, and the browser decides. Reported at start-up. */
    public CookieOptions insecureWithoutSameSite() {
        withoutSameSite = true;
        return this;
    }
}
