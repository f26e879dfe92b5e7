package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.javalin.JetonPlugin.authentication;
import static dev.jeton.javalin.JetonPlugin.jwtRequired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.javalin.JetonPlugin;
import dev.jeton.session.Denylist;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.testkit.DenylistContract;
import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.TokenForge;
import dev.jeton.testkit.attack.AttackApplication;
import dev.jeton.testkit.attack.AttackContract;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.testkit.conformance.ConformanceContract.Server;
import dev.jeton.web.Answer;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TestingTest {
    @Test
    @DisplayName("a session ends after fifteen minutes")
    void expiry() {
        MovableClock clock = MovableClock.at(Instant.parse("2030-01-01T12:00:00Z"));
        Jeton jeton = Jeton.builder().secretKey(SECRET).clock(clock).build();
        String token = jeton.createAccessToken("ada");

        clock.advance(Duration.ofMinutes(15).plusSeconds(10));
        assertThatThrownBy(() -> jeton.verifier().verify(token))
                .isInstanceOf(TokenRejectedException.class)
                .hasMessage("expired: exp");
    }

    @Test
    @DisplayName("a forged token is refused")
    void forged() {
        Jeton jeton = Jeton.withSecret(SECRET);
        String good = jeton.createAccessToken("ada");

        String unsigned = TokenForge.token()
                .header("{\"alg\":\"none\"}")
                .payload("{\"sub\":\"ada\",\"type\":\"access\",\"exp\":4102444800}")
                .unsigned()
                .compact();

        assertThat(jeton.verifier().verify(good).subject()).isEqualTo("ada");
        assertThatThrownBy(() -> jeton.verifier().verify(unsigned))
                .isInstanceOf(TokenRejectedException.class);
    }

    @Nested
    class MyDenylistTest extends DenylistContract {
        @Override
        protected Denylist denylist() {
            return new InMemoryDenylist();
        }
    }

    /** Compiled only; the adapters run theirs. */
    static class MyAttackTest extends AttackContract {
        @Override
        protected Server start(AttackApplication application) {
            Javalin server = Javalin.create(config -> {
                config.registerPlugin(new JetonPlugin(application.jetons()));
                application.routes().forEach(route -> add(route, config));
            });
            server.start(0);
            return new Server(server.port(), server::stop);
        }

        private static void add(Route route, JavalinConfig config) {
            RouteRole[] roles = route.requirement() == null
                    ? new RouteRole[0]
                    : new RouteRole[] {jwtRequired(any -> route.requirement())};
            for (String method : route.methods()) {
                HandlerType type = HandlerType.findOrCreate(method);
                config.routes.addHttpHandler(type, route.path(), ctx -> run(route, ctx), roles);
            }
        }

        private static void run(Route route, Context ctx) {
            Answer answer = route.handler().answer(authentication(ctx), ctx.bodyAsBytes());
            ctx.status(answer.status());
            answer.headers().forEach(field -> ctx.res().addHeader(field.name(), field.value()));
            ctx.result(answer.body());
        }
    }
}
