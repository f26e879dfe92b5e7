package dev.jeton.web;

import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a route requires of its requests: by default a good access token in the configured locations. Immutable; each option
 * makes a new requirement, and a contradiction fails where it is written.
 */
public final class JwtRequirement {
    /** Which tokens open the route, in the order in which they are looked for. */
    private enum Wanted {
        ACCESS(TokenType.ACCESS),
        REFRESH(TokenType.REFRESH),
        ANY(TokenType.ACCESS, TokenType.REFRESH),
        LOGOUT(TokenType.ACCESS, TokenType.REFRESH);

        private final List<TokenType> types;

        Wanted(TokenType... types) {
            this.types = List.of(types);
        }
    }

    private static final JwtRequirement REQUIRED = new JwtRequirement();

    private Wanted wanted = Wanted.ACCESS;
    private boolean optional;
    private boolean fresh;
    private @Nullable Duration maxAuthAge;
    private boolean sameOrigin;
    private boolean revocationChecked = true;
    private @Nullable List<Location> locations;
    private List<String> scopes = List.of();
    private List<String> roles = List.of();
    private @Nullable Predicate<VerifiedJwt> where;
    private String by = "default";

    private JwtRequirement() {}

    /** A good access token, in the configured locations. */
    public static JwtRequirement required() {
        return REQUIRED;
    }

    /** {@link #required()} with these options: {@code of(r -> r.fresh().locations(HEADERS))}. */
    public static JwtRequirement of(UnaryOperator<JwtRequirement> options) {
        return options.apply(REQUIRED);
    }

    /** A request without a token passes too, as anonymous. */
    public JwtRequirement optional() {
        return with(r -> r.optional = true);
    }

    /** The token must be fresh: issued by a login, not by a refresh. */
    public JwtRequirement fresh() {
        return with(r -> r.fresh = true);
    }

    /** The token must be fresh, and the user have proved who they are within this time (RFC 9470 §3, {@code max_age}). */
    public JwtRequirement fresh(Duration maxAge) {
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException(
                    "the greatest age of an authentication is longer than nothing");
        }
        return with(r -> {
            r.fresh = true;
            r.maxAuthAge = maxAge;
        });
    }

    /** A refresh token, and nothing else. */
    public JwtRequirement refresh() {
        return with(r -> r.wanted = Wanted.REFRESH);
    }

    /** A token of either type: an access token is looked for first. Reported at start-up. */
    public JwtRequirement anyType() {
        return with(r -> r.wanted = Wanted.ANY);
    }

    /** A token of either type, which may have expired; token cookies are cleared by the answer, whatever it is. */
    public JwtRequirement logout() {
        return with(r -> r.wanted = Wanted.LOGOUT);
    }

    /** Only these locations, in this order. */
    public JwtRequirement locations(Location... places) {
        if (places.length == 0 || List.of(places).stream().distinct().count() != places.length) {
            throw new IllegalArgumentException("name one location at least, and none twice");
        }
        return with(r -> r.locations = List.of(places));
    }

    /**
     * Requests that another origin makes a browser send are refused, tokens or not, unless it is trusted: for a login that sets cookies,
     * beside {@link #optional()}.
     */
    public JwtRequirement sameOrigin() {
        return with(r -> r.sameOrigin = true);
    }

    /** Revoked tokens pass. Reported at start-up. */
    public JwtRequirement withoutRevocationCheck() {
        return with(r -> r.revocationChecked = false);
    }

    /** All these scopes must be in the token (RFC 6750 §3.1, {@code insufficient_scope}). */
    public JwtRequirement scopes(String... all) {
        for (String scope : all) {
            requireScopeToken(scope);
        }
        return with(r -> r.scopes = List.of(all));
    }

    /** One of these roles must be in the token. */
    public JwtRequirement roles(String... anyOf) {
        return with(r -> r.roles = List.of(anyOf));
    }

    /** A condition on the token; false is answered as {@code application_refused}. Several must all hold. */
    public JwtRequirement where(Predicate<VerifiedJwt> condition) {
        Predicate<VerifiedJwt> both = where == null ? condition : where.and(condition);
        return with(r -> r.where = both);
    }

    /** The Jeton of this name decides. */
    public JwtRequirement by(String name) {
        return with(r -> r.by = name);
    }

    public boolean isOptional() {
        return optional;
    }

    public boolean isFresh() {
        return fresh;
    }

    public @Nullable Duration maxAuthAge() {
        return maxAuthAge;
    }

    /** The types that open the route, in the order in which they are looked for. */
    public List<TokenType> types() {
        return wanted.types;
    }

    public boolean isLogout() {
        return wanted == Wanted.LOGOUT;
    }

    public boolean isSameOrigin() {
        return sameOrigin;
    }

    public boolean isRevocationChecked() {
        return revocationChecked;
    }

    /** The route's own locations, or null for the configured ones. */
    public @Nullable List<Location> locations() {
        return locations;
    }

    public List<String> scopes() {
        return scopes;
    }

    public List<String> roles() {
        return roles;
    }

    public @Nullable Predicate<VerifiedJwt> where() {
        return where;
    }

    public String by() {
        return by;
    }

    /** What is weaker here than on other routes, a clause each; adapters log them at start-up beside the route. */
    public List<String> weakenings() {
        List<String> lines = new ArrayList<>();
        if (wanted == Wanted.ANY) {
            lines.add("takes access and refresh tokens alike");
        }
        if (!revocationChecked) {
            lines.add("takes revoked tokens");
        }
        if (locations != null && locations.contains(Location.QUERY_STRING)) {
            lines.add("takes tokens from the query string, which ends up in logs and histories");
        }
        return lines;
    }

    /** What is required, for logs and start-up messages. */
    @Override
    public String toString() {
        String kind = wanted.name().toLowerCase(Locale.ROOT);
        return "JwtRequirement[" + kind + (optional ? ", optional" : "") + (fresh ? ", fresh" : "")
                + (locations == null ? "" : ", " + locations) + "]";
    }

    private interface Change {
        void on(JwtRequirement copy);
    }

    private JwtRequirement with(Change change) {
        JwtRequirement copy = new JwtRequirement();
        copy.wanted = wanted;
        copy.optional = optional;
        copy.fresh = fresh;
        copy.maxAuthAge = maxAuthAge;
        copy.sameOrigin = sameOrigin;
        copy.revocationChecked = revocationChecked;
        copy.locations = locations;
        copy.scopes = scopes;
        copy.roles = roles;
        copy.where = where;
        copy.by = by;
        change.on(copy);
        if (copy.fresh && copy.wanted != Wanted.ACCESS) {
            throw new IllegalArgumentException(
                    "only access tokens are fresh: leave out fresh() or the other type");
        }
        return copy;
    }

    /** RFC 6749 §3.3: a scope token goes into a quoted header parameter. */
    private static void requireScopeToken(String scope) {
        if (scope.isEmpty()
                || !scope.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '"' && c != '\\')) {
            throw new IllegalArgumentException(
                    "a scope is printable ASCII without blanks, quotes or backslashes (RFC 6749 §3.3)");
        }
    }
}
