package dev.jeton.javalin;

import static dev.jeton.javalin.Application.bearer;
import static dev.jeton.javalin.JetonPlugin.authenticate;
import static dev.jeton.javalin.JetonPlugin.authentication;
import static dev.jeton.javalin.JetonPlugin.exchange;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;
import static dev.jeton.javalin.JetonPlugin.optionalJwt;
import static dev.jeton.javalin.JetonPlugin.user;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.failure.Reason;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.Denylist;
import dev.jeton.testkit.conformance.RawHttp.Reply;
import dev.jeton.web.Answer;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import io.javalin.security.RouteRole;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What handlers learn about a request, and what is left of it for them. */
class HandlerTest {
    private final Jeton jeton = Jeton.withSecret(Application.SECRET);

    private enum Own implements RouteRole {
        EDITOR
    }

    private record User(String name) {}

    @Test
    @DisplayName("The handler gets the token, its location, and the user that was looked up")
    void accessors() throws Exception {
        Jeton withUsers = Jeton.builder()
                .secretKey(Application.SECRET)
                .users(token -> new User(token.subject().toUpperCase()))
                .build();
        try (Application app = Application.start(
                config -> config.routes.get(
                        "/me",
                        ctx -> {
                            User user = user(ctx);
                            Outcome.Authenticated found =
                                    (Outcome.Authenticated) authentication(ctx);
                            ctx.result(jwt(ctx).subject() + " " + user.name() + " "
                                    + found.location());
                        },
                        jwtRequired()),
                withUsers)) {
            assertThat(app.http.get("/me", bearer(withUsers, "alice")).body())
                    .isEqualTo("alice ALICE HEADERS");
        }
    }

    @Test
    @DisplayName("Guards of the application's own find the token")
    void beforeMatched() throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.routes.beforeMatched(ctx ->
                            optionalJwt(ctx).ifPresent(t -> ctx.header("X-Who", t.subject())));
                    config.routes.get("/me", ctx -> ctx.result("me"), jwtRequired());
                },
                jeton)) {
            assertThat(app.http.get("/me", bearer(jeton, "alice")).value("X-Who"))
                    .contains("alice");
        }
    }

    @Test
    @DisplayName("An optional route tells anonymous requests from others")
    void optional() throws Exception {
        try (Application app = Application.start(
                config -> config.routes.get(
                        "/news",
                        ctx -> ctx.result(
                                optionalJwt(ctx).map(VerifiedJwt::subject).orElse("nobody")),
                        jwtRequired(JwtRequirement::optional)),
                jeton)) {
            assertThat(app.http.get("/news").body()).isEqualTo("nobody");
            assertThat(app.http.get("/news", bearer(jeton, "alice")).body()).isEqualTo("alice");
            assertThat(app.http.get("/news", "Authorization: Bearer x").status())
                    .isEqualTo(401);
        }
    }

    @Test
    @DisplayName("Asking for a token where none is required says what to do")
    void clearErrors() throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.routes.exception(
                            IllegalStateException.class, (e, ctx) -> ctx.result(e.getMessage()));
                    config.routes.get("/open", ctx -> jwt(ctx));
                    config.routes.get(
                            "/optional", ctx -> jwt(ctx), jwtRequired(JwtRequirement::optional));
                    config.routes.get("/user", ctx -> user(ctx), jwtRequired());
                },
                jeton)) {
            assertThat(app.http.get("/open").body()).contains("protect its route");
            assertThat(app.http.get("/optional").body()).contains("anonymous");
            assertThat(app.http.get("/user", bearer(jeton, "alice")).body()).contains("users(...)");
        }
    }

    @Test
    @DisplayName("Asking for a token without the plugin says what to do")
    void withoutPlugin() throws Exception {
        try (Application app = Application.start(config -> {
            config.routes.exception(
                    IllegalStateException.class, (e, ctx) -> ctx.result(e.getMessage()));
            config.routes.get("/open", ctx -> jwt(ctx));
        })) {
            assertThat(app.http.get("/open").body()).contains("JetonPlugin");
        }
    }

    @Test
    @DisplayName("A role of the application's own beside Jeton's is the application's business")
    void foreignRole() throws Exception {
        try (Application app = Application.start(
                config -> {
                    config.routes.get(
                            "/both",
                            ctx -> ctx.result("" + ctx.routeRoles().contains(Own.EDITOR)),
                            Own.EDITOR,
                            jwtRequired());
                    config.routes.get("/own", ctx -> ctx.result("open"), Own.EDITOR);
                },
                jeton)) {
            assertThat(app.http.get("/both").status()).isEqualTo(401);
            assertThat(app.http.get("/both", bearer(jeton, "alice")).body()).isEqualTo("true");
            assertThat(app.http.get("/own").body()).isEqualTo("open");
        }
    }

    @Test
    @DisplayName("A handler can require more of the request; a refusal ends it")
    void imperative() throws Exception {
        AtomicInteger beyond = new AtomicInteger();
        try (Application app = Application.start(
                config -> config.routes.get("/doors/{door}", ctx -> {
                    ctx.result("half done");
                    if (ctx.pathParam("door").equals("vault")) {
                        authenticate(ctx, JwtRequirement.of(r -> r.roles("banker")));
                    }
                    beyond.incrementAndGet();
                    ctx.result(authentication(ctx).getClass().getSimpleName());
                }),
                jeton)) {
            assertThat(app.http.get("/doors/garden").body()).isEqualTo("Unchecked");
            assertThat(beyond).hasValue(1);
            assertThat(app.http.get("/doors/vault").status()).isEqualTo(401);
            Reply refused = app.http.get("/doors/vault", bearer(jeton, "alice"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("half done");
            assertThat(beyond).hasValue(1);
            String banker = "Authorization: Bearer "
                    + jeton.createAccessToken("bob", token -> token.roles("banker"));
            assertThat(app.http.get("/doors/vault", banker).body()).isEqualTo("Authenticated");
        }
    }

    @Test
    @DisplayName("What a handler throws over its token is a refusal: no client can cause a 500")
    void failures() throws Exception {
        Denylist away = new Denylist() {
            @Override
            public void revokeToken(String jti, Instant until, Instant now) {
                throw new CheckUnavailableException("the store is away");
            }

            @Override
            public void revokeSession(String sid, Instant until, Instant now) {
                revokeToken(sid, until, now);
            }

            @Override
            public boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now) {
                return false;
            }
        };
        Jeton revoking =
                Jeton.builder().secretKey(Application.SECRET).denylist(away).build();
        try (Application app = Application.start(
                config -> {
                    config.routes.get("/read", ctx -> revoking.verifier().verify("a.b.c"));
                    config.routes.post(
                            "/logout",
                            ctx -> revoking.logout(jwt(ctx)),
                            jwtRequired(r -> r.logout()));
                },
                revoking)) {
            Reply read = app.http.get("/read");
            assertThat(read.status()).isEqualTo(401);
            assertThat(read.value("WWW-Authenticate").orElseThrow()).contains("invalid_token");
            Reply logout = app.http.send("POST", "/logout", null, bearer(revoking, "alice"));
            assertThat(logout.status()).isEqualTo(503);
            assertThat(logout.value("Retry-After")).isPresent();
            assertThat(logout.value("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        }
    }

    @Test
    @DisplayName(
            "Two Jetons: a route names the one that decides, and a handler may ask for both tokens")
    void twoJetons() throws Exception {
        Jeton admins = Jeton.builder()
                .name("admin")
                .secretKey("Wq9tXz2LmB6vN4cR8yJ1kH5gF7dS3aPo")
                .headerName("X-Admin")
                .headerScheme("")
                .build();
        try (Application app = Application.start(
                config -> {
                    config.routes.get(
                            "/staff",
                            ctx -> ctx.result(jwt(ctx).subject()),
                            jwtRequired(r -> r.by("admin")));
                    config.routes.get(
                            "/both",
                            ctx -> {
                                authenticate(ctx, JwtRequirement.of(r -> r.by("admin")));
                                ctx.result(
                                        exchange(ctx)
                                                        .optionalJwt("default")
                                                        .orElseThrow()
                                                        .subject() + " as " + jwt(ctx).subject());
                            },
                            jwtRequired());
                },
                jeton,
                admins)) {
            String admin = "X-Admin: " + admins.createAccessToken("root");
            assertThat(app.http.get("/staff", bearer(jeton, "alice")).status()).isEqualTo(401);
            assertThat(app.http.get("/staff", admin).body()).isEqualTo("root");
            assertThat(app.http.get("/both", admin).status()).isEqualTo(401);
            assertThat(app.http.get("/both", admin, bearer(jeton, "alice")).body())
                    .isEqualTo("alice as root");
        }
    }

    @Test
    @DisplayName("A refusal is copied as it is: status, fields, several of a name, and body")
    void copied() throws Exception {
        Jeton own = Jeton.builder()
                .secretKey(Application.SECRET)
                .answer(
                        Reason.TOKEN_MISSING,
                        refusal -> Answer.of(418, "text/x-own; a=b", "no töken")
                                .with("X-Many", "1")
                                .with("X-Many", "2"))
                .answer(Reason.MALFORMED, refusal -> Answer.redirect("/login"))
                .build();
        try (Application app = Application.start(
                config -> config.routes.get("/me", ctx -> ctx.result("me"), jwtRequired()), own)) {
            Reply reply = app.http.get("/me");
            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.body()).isEqualTo("no töken");
            assertThat(reply.values("X-Many")).containsExactly("1", "2");
            assertThat(reply.values("Content-Type")).containsExactly("text/x-own; a=b");
            Reply redirect = app.http.get("/me", "Authorization: Bearer x");
            assertThat(redirect.status()).isEqualTo(303);
            assertThat(redirect.value("Location")).contains("/login");
            assertThat(redirect.value("Content-Type")).isEmpty();
            assertThat(redirect.body()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "A token in the query string is answered without caching or referrer, refused or not")
    void queryHeaders() throws Exception {
        try (Application app = Application.start(
                config -> config.routes.get(
                        "/file",
                        ctx -> ctx.result("file"),
                        jwtRequired(r -> r.locations(QUERY_STRING))),
                jeton)) {
            Reply good = app.http.get("/file?jwt=" + jeton.createAccessToken("alice"));
            assertThat(good.body()).isEqualTo("file");
            assertThat(good.value("Cache-Control")).contains("no-store");
            assertThat(good.value("Referrer-Policy")).contains("no-referrer");
        }
    }
}
