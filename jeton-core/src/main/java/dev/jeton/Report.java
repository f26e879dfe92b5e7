package dev.jeton;

import static java.util.Objects.requireNonNull;

import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.CookieSettings;
import dev.jeton.web.CsrfSettings;
import dev.jeton.web.WebSettings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is configured and what is weakened, a line each; names and times only, never a key. */
record Report(List<String> settings, List<String> weakenings) {
    private static final System.Logger LOG = System.getLogger("dev.jeton");

    static Report of(JetonBuilder from, WebSettings web, KeyRing ring) {
        return new Report(
                List.of(
                        "Jeton \"" + from.name + "\", wire profile "
                                + web.profile().name(),
                        "keys: " + keys(ring),
                        "tokens: " + tokens(from.tokens),
                        "locations: " + places(web),
                        "cookies: " + cookies(web.cookies()),
                        "csrf: " + csrf(web.csrf()),
                        "hooks: " + from.hooks.names()),
                Weakenings.of(from, web, ring));
    }

    /** The report as one text. */
    String text() {
        Stream<String> warnings = weakenings.stream().map(line -> "warning: " + line);
        return Stream.concat(settings.stream(), warnings).collect(Collectors.joining("\n"));
    }

    /** One line for the settings, and one for each weakening. */
    void log() {
        LOG.log(System.Logger.Level.INFO, String.join("; ", settings));
        for (String line : weakenings) {
            LOG.log(System.Logger.Level.WARNING, settings.get(0) + ": " + line);
        }
    }

    private static String keys(KeyRing ring) {
        JwsKey signing = ring.signingKey().orElse(null);
        return ring.keys().stream()
                .map(key -> key.algorithm().jwsName()
                        + (key.isNamed() ? " kid " + key.kid() : " without kid")
                        + (key == signing ? " signs" : " verifies"))
                .collect(Collectors.joining(", "));
    }

    private static String tokens(TokenSettings tokens) {
        List<String> parts = new ArrayList<>();
        parts.add("access " + life(tokens.access));
        parts.add("refresh " + life(tokens.refresh));
        parts.add("clock skew " + OptionText.of(tokens.skew));
        if (tokens.maxAge != null) {
            parts.add("at most " + OptionText.of(tokens.maxAge) + " old");
        }
        if (tokens.issuer != null) {
            parts.add("iss " + tokens.issuer);
        }
        if (tokens.acceptedIssuers != null) {
            parts.add("accepted iss " + tokens.acceptedIssuers);
        }
        if (!tokens.audience.isEmpty()) {
            parts.add("aud " + tokens.audience);
        }
        if (tokens.acceptedAudiences != null) {
            parts.add("accepted aud " + tokens.acceptedAudiences);
        }
        parts.add("subject " + tokens.subjectClaim);
        return String.join(", ", parts);
    }

    private static String life(Duration life) {
        return life.equals(TokenSettings.NEVER) ? "never ends" : OptionText.of(life);
    }

    private static String places(WebSettings web) {
        return web.locations().stream()
                .map(place -> switch (place) {
                    case HEADERS ->
                        "headers (" + (web.headerName() + ": " + web.headerScheme()).strip() + ")";
                    case COOKIES -> "cookies";
                    case QUERY_STRING -> "query_string (" + web.queryParameter() + ")";
                    case JSON -> "json (" + web.accessMember() + ", " + web.refreshMember() + ")";
                })
                .collect(Collectors.joining(", "));
    }

    private static String cookies(CookieSettings cookies) {
        List<String> parts = new ArrayList<>();
        for (TokenType type : TokenType.values()) {
            parts.add(cookies.name(type) + " for " + cookies.slot(type).path());
        }
        parts.add(cookies.domain() == null ? "this host only" : "domain " + cookies.domain());
        parts.add(cookies.sameSite() == null ? "no SameSite" : "SameSite=" + cookies.sameSite());
        parts.add(cookies.secure() ? "Secure" : "not Secure");
        parts.add(
                switch (cookies.persistence()) {
                    case TOKEN_LIFE -> "kept as long as the token";
                    case FIXED -> "kept " + OptionText.of(requireNonNull(cookies.fixedMaxAge()));
                    case SESSION -> "kept until the browser closes";
                });
        parts.add(cookies.companions() ? "CSRF value beside them" : "no CSRF value beside them");
        return String.join(", ", parts);
    }

    private static String csrf(CsrfSettings csrf) {
        if (!csrf.protect()) {
            return "off";
        }
        String methods = String.join(", ", csrf.methods().stream().sorted().toList());
        return (csrf.methodsAreExempt() ? "all methods but " : "only methods ") + methods
                + ", header " + both(csrf.accessHeader(), csrf.refreshHeader())
                + (csrf.form()
                        ? ", form field " + both(csrf.accessField(), csrf.refreshField())
                        : "")
                + ", trusted origins " + csrf.trustedOrigins().stream().sorted().toList();
    }

    private static String both(String access, String refresh) {
        return access.equals(refresh) ? access : access + " and " + refresh;
    }
}
