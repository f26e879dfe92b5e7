package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** FastJWT's renewing middleware. */
class RenewalTest {
    private static final String SOON = "exp:" + (App.NOW + 300);
    private static final String COOKIE = "access_token_cookie";

    private static App app(Object... more) {
        return app(hooks -> hooks, more);
    }

    private static App app(UnaryOperator<CompatBuilder> hooks, Object... more) {
        Object[] options = new Object[more.length + 2];
        options[0] = "JWT_TOKEN_LOCATION";
        options[1] = List.of("cookies", "headers");
        System.arraycopy(more, 0, options, 2, more.length);
        return App.with(Predecessor.FASTJWT, each -> hooks.apply(each).implicitRefresh(), options);
    }

    private static Request get(App app, String... claims) {
        return Request.get().cookie(COOKIE, app.token(claims));
    }

    private static List<String> renewed(App app, Request request) {
        return renewed(app.decide(request, route -> route), 200, Set.of());
    }

    private static List<String> renewed(Outcome outcome, int status, Set<String> cookiesSet) {
        return outcome.beforeCommit(status, cookiesSet).stream()
                .filter(header -> header.name().equals("Set-Cookie"))
                .map(HttpHeader::value)
                .toList();
    }

    @Test
    @DisplayName(
            "An access cookie that ends within ten minutes is replaced, fresh no more, with its identity and claims")
    void renews() {
        App app = app();
        List<String> cookies =
                renewed(app, get(app, SOON, "csrf:\"c\"", "fresh:true", "role:\"admin\""));
        assertThat(cookies).hasSize(2);
        assertThat(cookies.get(1)).startsWith("csrf_access_token=");
        String token = cookies.get(0).substring(COOKIE.length() + 1).replaceAll(";.*", "");
        assertThat(Forged.payload(token))
                .contains("\"sub\":\"ada\"", "\"role\":\"admin\"", "\"fresh\":false")
                .contains("\"exp\":" + (App.NOW + 900))
                .doesNotContain("\"j1\"", "\"csrf\":\"c\"");
        assertThat(app.answer(Request.get().cookie(COOKIE, token))).isEqualTo("passed: ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp:1767226200", "exp:1767226500", "-exp"})
    @DisplayName("One that ends later, or never, is left alone")
    void leavesAlone(String claim) {
        App app = app();
        assertThat(renewed(app, get(app, claim))).isEmpty();
    }

    @Test
    @DisplayName("The time before the end is configurable")
    void delta() {
        App app = app("JWT_IMPLICIT_REFRESH_DELTATIME", 60);
        assertThat(renewed(app, get(app, SOON))).isEmpty();
        assertThat(renewed(app, get(app, "exp:" + (App.NOW + 59)))).hasSize(2);
    }

    @Test
    @DisplayName(
            "A token from another location, a refused one, and one that no route looked at are not renewed")
    void onlyWhatWasAccepted() {
        App app = app(hooks -> hooks.revocation(jwt -> jwt.claims().has("gone")));
        assertThat(renewed(app, Request.get().bearer(app.token(SOON)))).isEmpty();
        assertThat(renewed(app, get(app, SOON, "gone:1"))).isEmpty();
        assertThat(renewed(app, get(app, "exp:" + App.NOW))).isEmpty();
        assertThat(renewed(app.decide(get(app, SOON), route -> route.fresh()), 401, Set.of()))
                .isEmpty();
        assertThat(renewed(
                        app.compat.jeton().authenticator().unprotected(get(app, SOON)),
                        200,
                        Set.of()))
                .isEmpty();
    }

    @Test
    @DisplayName("Neither an answer that failed nor one that sets the cookie itself is renewed")
    void answers() {
        App app = app();
        Outcome outcome = app.decide(get(app, SOON), route -> route);
        assertThat(renewed(outcome, 404, Set.of())).isEmpty();
        assertThat(renewed(outcome, 200, Set.of(COOKIE))).isEmpty();
        assertThat(renewed(outcome, 302, Set.of("other"))).hasSize(2);
    }

    @Test
    @DisplayName(
            "Routes and methods may be left out; an included route goes before an excluded method")
    void exclusions() {
        App app = app(
                "JWT_IMPLICIT_REFRESH_ROUTE_EXCLUDE",
                List.of("/quiet"),
                "JWT_IMPLICIT_REFRESH_METHOD_EXCLUDE",
                List.of("HEAD"),
                "JWT_IMPLICIT_REFRESH_ROUTE_INCLUDE",
                List.of("/loud", "/quiet"));
        assertThat(renewed(app, on(app, "GET", "/quiet"))).isEmpty();
        assertThat(renewed(app, on(app, "GET", "/any"))).hasSize(2);
        assertThat(renewed(app, on(app, "HEAD", "/any"))).isEmpty();
        assertThat(renewed(app, on(app, "HEAD", "/loud"))).hasSize(2);
    }

    private static Request on(App app, String method, String path) {
        return Request.of(method, path).cookie(COOKIE, app.token(SOON));
    }

    @Test
    @DisplayName("Without the middleware nothing is renewed")
    void notInstalled() {
        App app = App.fastJwt("JWT_TOKEN_LOCATION", "cookies");
        Outcome outcome = app.compat
                .jeton()
                .authenticator()
                .authenticate(get(app, SOON), JwtRequirement.required());
        assertThat(renewed(outcome, 200, Set.of())).isEmpty();
    }
}
