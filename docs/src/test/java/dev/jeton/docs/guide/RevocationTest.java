package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.jwt;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.InMemoryDenylist;

import io.javalin.config.RoutesConfig;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

class RevocationTest {
    private final Jeton jeton =
            Jeton.builder().secretKey(SECRET).denylist(new InMemoryDenylist()).build();

    private static void routes(RoutesConfig routes, Jeton jeton) {
        routes.post(
                "/logout",
                ctx -> {
                    jeton.logout(jwt(ctx));
                    ctx.result("goodbye");
                },
                jwtRequired(r -> r.logout()));
        routes.post(
                "/revoke",
                ctx -> {
                    jeton.revoke(jwt(ctx));
                    ctx.result("revoked");
                },
                jwtRequired(r -> r.anyType()));
        routes.get("/protected", ctx -> ctx.result("hello"), jwtRequired());
    }

    private static App app(Jeton jeton) {
        return App.start(config -> {
            config.registerPlugin(new JetonPlugin(jeton));
            routes(config.routes, jeton);
        });
    }

    private static HttpResponse<String> get(App app, String token) throws IOException {
        return app.get("/protected", "Authorization", "Bearer " + token);
    }

    @Test
    @DisplayName("A logout ends the login: both of its tokens, and no other login's")
    void logout() throws IOException {
        Tokens here = jeton.login("ada");
        Tokens elsewhere = jeton.login("ada");
        try (App app = app(jeton)) {
            String refresh = here.refresh().orElseThrow();
            assertThat(app.post("/logout", "Authorization", "Bearer " + refresh).body())
                    .isEqualTo("goodbye");
            assertThat(get(app, here.access()).body()).contains("token_revoked");
            assertThat(get(app, elsewhere.access()).body()).isEqualTo("hello");
        }
    }

    @Test
    @DisplayName("A revoked token is refused, others of its login are not")
    void revoke() throws IOException {
        Tokens tokens = jeton.login("ada");
        try (App app = app(jeton)) {
            String refresh = tokens.refresh().orElseThrow();
            assertThat(app.post("/revoke", "Authorization", "Bearer " + refresh).body())
                    .isEqualTo("revoked");
            assertThat(app.post("/revoke", "Authorization", "Bearer " + refresh).body())
                    .contains("token_revoked");
            assertThat(get(app, tokens.access()).body()).isEqualTo("hello");
        }
    }

    /** A database that is down: every connection fails. */
    private static DataSource brokenDatabase() {
        return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    throw new SQLException("down");
                });
    }

    private static final class Users {
        private final DataSource database;

        Users(DataSource database) {
            this.database = database;
        }

        boolean isLockedOut(VerifiedJwt jwt) {
            try (Connection connection = database.getConnection();
                    PreparedStatement query = connection.prepareStatement(
                            "SELECT 1 FROM users WHERE name = ? AND locked_out")) {
                query.setString(1, jwt.subject());
                return query.executeQuery().next();
            } catch (SQLException e) {
                throw new CheckUnavailableException("the users cannot be read", e);
            }
        }
    }

    @Test
    @DisplayName("A check that cannot be made is 503, with Retry-After")
    void unavailable() throws IOException {
        Users users = new Users(brokenDatabase());
        Jeton jeton =
                Jeton.builder().secretKey(SECRET).revocation(users::isLockedOut).build();

        try (App app = app(jeton)) {
            HttpResponse<String> response = get(app, jeton.createAccessToken("ada"));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body()).contains("unavailable");
        }
    }
}
