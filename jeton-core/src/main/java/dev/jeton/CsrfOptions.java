package dev.jeton;

import java.util.List;

/** The CSRF section of {@link JetonBuilder}: double submit of a value that is signed into the token. */
public final class CsrfOptions {
    boolean protect = true;
    boolean methodsAreExempt = true;
    List<String> methods = List.of("GET", "HEAD", "OPTIONS", "TRACE");
    String accessHeader = "X-CSRF-TOKEN";
    String refreshHeader = "X-CSRF-TOKEN";
    boolean form;
    String accessField = "csrf_token";
    String refreshField = "csrf_token";
    List<String> trustedOrigins = List.of();

    CsrfOptions() {}

    /** The methods without protection, all of them safe (RFC 9110 §9.2.1); default {@code GET, HEAD, OPTIONS, TRACE}. */
    public CsrfOptions exemptMethods(String... names) {
        methods = List.of(names);
        methodsAreExempt = true;
        return this;
    }

    /** The request header that repeats the value; default {@code X-CSRF-TOKEN}. */
    public CsrfOptions header(String name) {
        return accessHeader(name).refreshHeader(name);
    }

    /** The request header that repeats the value of an access cookie. */
    public CsrfOptions accessHeader(String name) {
        accessHeader = name;
        return this;
    }

    /** The request header that repeats the value of a refresh cookie. */
    public CsrfOptions refreshHeader(String name) {
        refreshHeader = name;
        return this;
    }

    /** A field of an urlencoded form may repeat the value in place of the header. */
    public CsrfOptions form() {
        form = true;
        return this;
    }

    /** The form field that repeats the value; default {@code csrf_token}. */
    public CsrfOptions field(String name) {
        return accessField(name).refreshField(name);
    }

    /** The form field that repeats the value of an access cookie. */
    public CsrfOptions accessField(String name) {
        accessField = name;
        return this;
    }

    /** The form field that repeats the value of a refresh cookie. */
    public CsrfOptions refreshField(String name) {
        refreshField = name;
        return this;
    }

    /** The other origins whose unsafe requests are accepted, such as {@code https://app.example.com}; exact (RFC 6454 §6.2). */
    public CsrfOptions trustedOrigins(String... origins) {
        trustedOrigins = List.of(origins);
        return this;
    }

    /** Only these methods are protected, all others are not. Reported at start-up. */
    public CsrfOptions insecureOnlyMethods(String... names) {
        methods = List.of(names);
        methodsAreExempt = false;
        return this;
    }

    /** Cookie tokens need no CSRF value. Refused together with {@code SameSite=None}; reported at start-up. */
    public CsrfOptions insecureWithoutCsrfProtection() {
        protect = false;
        return this;
    }
}
