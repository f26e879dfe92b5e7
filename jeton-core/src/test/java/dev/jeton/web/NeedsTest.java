package dev.jeton.web;

import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.RevocationCheck;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.function.UnaryOperator;

class NeedsTest {
    private static Needs needs(WebFixture web, Request request) {
        return needs(web, request, r -> r);
    }

    private static Needs needs(
            WebFixture web, Request request, UnaryOperator<JwtRequirement> options) {
        return web.authenticator().needs(request, JwtRequirement.of(options));
    }

    @Test
    @DisplayName("Headers without hooks need neither the body nor a worker thread")
    void nothing() {
        assertThat(needs(WebFixture.of(), Request.post().json("{}")))
                .isEqualTo(new Needs(false, false));
    }

    @Test
    @DisplayName(
            "The body is needed for the JSON location, and for a form that may hold a CSRF value or a parameter")
    void body() {
        Request form = Request.post().form("a=b");
        assertThat(needs(WebFixture.of(HEADERS, JSON), Request.post()).body()).isTrue();
        assertThat(needs(WebFixture.of(), Request.post(), r -> r.locations(JSON))
                        .body())
                .isTrue();
        WebFixture cookies = WebFixture.of(COOKIES);
        assertThat(needs(cookies, form).body()).isFalse();
        cookies.form = true;
        assertThat(needs(cookies, form).body()).isTrue();
        assertThat(needs(cookies, Request.post().json("{}")).body()).isFalse();
        assertThat(needs(WebFixture.of(QUERY_STRING), form).body()).isTrue();
        assertThat(needs(WebFixture.of(QUERY_STRING), Request.get()).body()).isFalse();
    }

    @Test
    @DisplayName("A hook may block unless it says otherwise")
    void blocking() {
        WebFixture users = WebFixture.of();
        users.users = jwt -> "user";
        assertThat(needs(users, Request.get()).blocking()).isTrue();
        users.users = new UserLookup() {
            @Override
            public Object find(VerifiedJwt jwt) {
                return "user";
            }

            @Override
            public boolean isBlocking() {
                return false;
            }
        };
        assertThat(needs(users, Request.get()).blocking()).isFalse();
        WebFixture check = WebFixture.of();
        check.check = jwt -> true;
        assertThat(needs(check, Request.get()).blocking()).isTrue();
        WebFixture keys = WebFixture.of();
        keys.keyLookupBlocks = true;
        assertThat(needs(keys, Request.get()).blocking()).isTrue();
    }

    @Test
    @DisplayName("A revocation check counts where the route asks it")
    void revocation() {
        WebFixture web = WebFixture.of();
        web.revocation = jwt -> false;
        assertThat(needs(web, Request.get()).blocking()).isTrue();
        assertThat(needs(web, Request.get(), r -> r.withoutRevocationCheck()).blocking())
                .isFalse();
    }

    @Test
    @DisplayName("A CORS preflight needs nothing")
    void preflight() {
        WebFixture web = WebFixture.of(JSON);
        web.users = jwt -> "user";
        Request preflight = Request.of("OPTIONS")
                .header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", "PUT");
        assertThat(needs(web, preflight)).isEqualTo(new Needs(false, false));
    }

    @Test
    @DisplayName("A form is not needed for the headers, whatever CSRF asks of cookies")
    void formOfHeaders() {
        WebFixture headers = WebFixture.of(HEADERS);
        headers.form = true;
        assertThat(needs(headers, Request.post().form("a=b")).body()).isFalse();
    }

    @Test
    @DisplayName("An own check and a revocation check may say that they do not block")
    void nonBlocking() {
        WebFixture web = WebFixture.of();
        web.check = new TokenCheck() {
            @Override
            public boolean accepts(VerifiedJwt jwt) {
                return true;
            }

            @Override
            public boolean isBlocking() {
                return false;
            }
        };
        web.revocation = new RevocationCheck() {
            @Override
            public boolean isRevoked(VerifiedJwt jwt) {
                return false;
            }

            @Override
            public boolean isBlocking() {
                return false;
            }
        };
        assertThat(needs(web, Request.get()).blocking()).isFalse();
    }
}
