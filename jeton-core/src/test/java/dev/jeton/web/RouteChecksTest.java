package dev.jeton.web;

import static dev.jeton.failure.Reason.APPLICATION_REFUSED;
import static dev.jeton.failure.Reason.AUDIENCE_REFUSED;
import static dev.jeton.failure.Reason.CLAIM_INVALID;
import static dev.jeton.failure.Reason.NOT_FRESH;
import static dev.jeton.failure.Reason.REVOKED;
import static dev.jeton.failure.Reason.SCOPE_MISSING;
import static dev.jeton.failure.Reason.TYPE_REFUSED;
import static dev.jeton.failure.Reason.USER_UNKNOWN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.jwt.TokenOptions;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

class RouteChecksTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final WebFixture web = WebFixture.of();

    private Request with(UnaryOperator<TokenOptions> options) {
        return Request.get().bearer(web.access(options));
    }

    @Test
    @DisplayName("TYP-01, TYP-02: each type opens its own routes, and any-type routes")
    void types() {
        Request access = Request.get().bearer(web.access());
        Request refresh = Request.get().bearer(web.refresh());
        assertThat(web.refused(refresh)).isEqualTo(TYPE_REFUSED);
        assertThat(web.refused(access, r -> r.refresh())).isEqualTo(TYPE_REFUSED);
        web.passed(access, r -> r.anyType());
        web.passed(refresh, r -> r.anyType());
        web.passed(refresh, r -> r.refresh());
    }

    @Test
    @DisplayName("TYP-07: a fresh route takes fresh tokens only")
    void fresh() {
        assertThat(web.refused(with(o -> o), r -> r.fresh())).isEqualTo(NOT_FRESH);
        web.passed(with(o -> o.fresh()), r -> r.fresh());
    }

    @Test
    @DisplayName("TYP-10: a fresh window is open up to its end, and no longer")
    void freshWindow() {
        Request request = with(o -> o.freshFor(Duration.ofMinutes(5)));
        web.clock.forward(Duration.ofMinutes(5));
        web.passed(request, r -> r.fresh());
        web.clock.forward(SECOND);
        assertThat(web.refused(request, r -> r.fresh())).isEqualTo(NOT_FRESH);
        web.passed(request);
    }

    @Test
    @DisplayName(
            "RFC 9470 §5: a bounded authentication is recent up to its greatest age plus the skew")
    void recentAuthentication() {
        Request request = with(o -> o.fresh().authTime(web.clock.instant()));
        web.clock.forward(Duration.ofMinutes(5).plus(WebFixture.SKEW));
        web.passed(request, r -> r.fresh(Duration.ofMinutes(5)));
        web.clock.forward(SECOND);
        assertThat(web.refused(request, r -> r.fresh(Duration.ofMinutes(5)))).isEqualTo(NOT_FRESH);
    }

    @Test
    @DisplayName(
            "RFC 9470: a token without auth_time, or with one to come, proves no recent authentication")
    void unknownAuthentication() {
        Request later = with(o -> o.fresh().authTime(web.clock.instant().plusSeconds(11)));
        assertThat(web.refused(later, r -> r.fresh(Duration.ofMinutes(5)))).isEqualTo(NOT_FRESH);
        Request nearly = with(o -> o.fresh().authTime(web.clock.instant().plusSeconds(10)));
        web.passed(nearly, r -> r.fresh(Duration.ofMinutes(5)));
        Request none = with(o -> o.fresh());
        assertThat(web.refused(none, r -> r.fresh(Duration.ofMinutes(5)))).isEqualTo(NOT_FRESH);
    }

    @Test
    @DisplayName("RFC 6750 §3.1: all scopes of a route must be in the token")
    void scopes() {
        Request request = with(o -> o.scopes("read", "write"));
        web.passed(request, r -> r.scopes("read"));
        web.passed(request, r -> r.scopes("write", "read"));
        assertThat(web.refused(request, r -> r.scopes("read", "admin"))).isEqualTo(SCOPE_MISSING);
        assertThat(web.refused(with(o -> o), r -> r.scopes("read"))).isEqualTo(SCOPE_MISSING);
        assertThat(web.refused(request, r -> r.scopes("rea"))).isEqualTo(SCOPE_MISSING);
    }

    @Test
    @DisplayName("One of a route's roles must be in the token")
    void roles() {
        Request request = with(o -> o.roles("editor"));
        web.passed(request, r -> r.roles("admin", "editor"));
        assertThat(web.refused(request, r -> r.roles("admin"))).isEqualTo(APPLICATION_REFUSED);
        assertThat(web.refused(with(o -> o), r -> r.roles("admin"))).isEqualTo(APPLICATION_REFUSED);
    }

    @Test
    @DisplayName("All conditions of a route must hold")
    void conditions() {
        Request request = with(o -> o.claim("tenant", "t1"));
        web.passed(request, r -> r.where(jwt -> jwt.claims().has("tenant")));
        assertThat(web.refused(
                        request,
                        r -> r.where(jwt -> jwt.claims().has("tenant"))
                                .where(jwt -> jwt.subject().equals("bob"))))
                .isEqualTo(APPLICATION_REFUSED);
        assertThat(web.refused(
                        request,
                        r -> r.where(jwt -> jwt.subject().equals("bob"))
                                .where(jwt -> jwt.claims().has("tenant"))))
                .isEqualTo(APPLICATION_REFUSED);
    }

    @Test
    @DisplayName("The application's own check is asked about good tokens, of refresh routes too")
    void applicationCheck() {
        web.check = jwt -> jwt.claims().has("tenant");
        assertThat(web.refused(with(o -> o))).isEqualTo(APPLICATION_REFUSED);
        web.passed(with(o -> o.claim("tenant", "t1")));
        assertThat(web.refused(Request.get().bearer(web.refresh()), r -> r.refresh()))
                .isEqualTo(APPLICATION_REFUSED);
    }

    @Test
    @DisplayName("REV-01: a revoked token is refused, unless the route does not ask")
    void revoked() {
        web.revocation = jwt -> true;
        assertThat(web.refused(with(o -> o))).isEqualTo(REVOKED);
        web.passed(with(o -> o), r -> r.withoutRevocationCheck());
    }

    @Test
    @DisplayName("CFG-12: the user of a good token is loaded, and an unknown one is refused")
    void users() {
        web.users = jwt -> jwt.subject().equals("ada") ? "Ada Lovelace" : null;
        assertThat(web.passed(with(o -> o)).user()).isEqualTo("Ada Lovelace");
        web.users = jwt -> null;
        assertThat(web.refused(with(o -> o))).isEqualTo(USER_UNKNOWN);
        web.users = null;
        assertThat(web.passed(with(o -> o)).user()).isNull();
    }

    @Test
    @DisplayName(
            "I2, LOG-01: no hook is asked about a token that is not verified, or not for this route")
    void hooksSeeGoodTokensOnly() {
        List<String> asked = new ArrayList<>();
        web.revocation = jwt -> asked.add("revocation") && false;
        web.check = jwt -> asked.add("check");
        web.users = jwt -> asked.add("users");
        String token = web.access();
        web.refused(Request.get().bearer(token.substring(0, token.length() - 4)));
        web.refused(Request.get().bearer(web.refresh()));
        web.refused(Request.get().bearer(token), r -> r.fresh());
        web.refused(Request.get());
        assertThat(asked).isEmpty();
        web.passed(Request.get().bearer(token));
        assertThat(asked).containsExactly("revocation", "check", "users");
    }

    @Test
    @DisplayName("TYP-13, CFG-11: a requirement tells what is weaker in it than in others")
    void weakenings() {
        JwtRequirement required = JwtRequirement.required();
        assertThat(required.weakenings()).isEmpty();
        assertThat(required.logout().weakenings()).isEmpty();
        assertThat(required.locations(Location.HEADERS).weakenings()).isEmpty();
        assertThat(required.anyType().withoutRevocationCheck().locations(Location.QUERY_STRING))
                .satisfies(r -> assertThat(r.weakenings()).hasSize(3))
                .hasToString("JwtRequirement[any, [QUERY_STRING]]");
        assertThat(required.optional().fresh())
                .hasToString("JwtRequirement[access, optional, fresh]");
    }

    @Test
    @DisplayName("A contradictory requirement fails where it is written")
    void contradictions() {
        JwtRequirement required = JwtRequirement.required();
        assertThatThrownBy(() -> required.refresh().fresh())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> required.fresh().anyType())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> required.fresh(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> required.locations(new Location[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> required.locations(Location.JSON, Location.JSON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> required.fresh(SECOND.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", " ", "a\u0000", "a\u007f", "\u00e9"})
    @DisplayName("RFC 6749 §3.3: a scope of a route is a scope token")
    void noScopeTokens(String scope) {
        assertThatThrownBy(() -> JwtRequirement.required().scopes("read", scope))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "#", "[", "]", "~", "https://example.org/read"})
    @DisplayName("RFC 6749 §3.3: every other character of ASCII that can be seen may stand in one")
    void scopeTokens(String scope) {
        web.passed(with(o -> o.scopes(scope)), r -> r.scopes(scope));
    }

    @Test
    @DisplayName("A token whose claims are wrong is refused for the first of them, before its type")
    void badClaims() {
        Refusal refusal = web.denied(
                        Request.get().bearer(web.saying("aud", "others")), r -> r.refresh())
                .refusal();
        assertThat(refusal.reason()).isEqualTo(AUDIENCE_REFUSED);
        assertThat(refusal.claim()).isEqualTo("aud");
        assertThat(refusal).hasToString("Refusal[audience_refused: aud, HEADERS]");
        assertThat(web.refused(Request.get().bearer(web.saying("sid", 1L))))
                .isEqualTo(CLAIM_INVALID);
    }

    @Test
    @DisplayName("CLM-01: what else is wrong with an expired token goes before its expiry")
    void badAndExpired() {
        Request request = Request.get().bearer(web.saying("aud", "others"));
        web.clock.forward(Duration.ofDays(1));
        assertThat(web.refused(request)).isEqualTo(AUDIENCE_REFUSED);
        assertThat(web.refused(request, r -> r.logout())).isEqualTo(AUDIENCE_REFUSED);
    }
}
