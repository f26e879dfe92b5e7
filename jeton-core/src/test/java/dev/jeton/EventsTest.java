package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;
import dev.jeton.web.Refusal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What listeners are told, and how long keys live. */
class EventsTest {
    private final List<String> events = new ArrayList<>();
    private final Jeton jeton = Jeton.builder()
            .secretKey(JetonBuilderTest.SECRET)
            .locations(Location.HEADERS, Location.COOKIES)
            .denylist(new InMemoryDenylist())
            .listener(new Recorder())
            .build();

    private final class Recorder implements JetonListener {
        @Override
        public void issued(TokenDraft token) {
            events.add("issued");
        }

        @Override
        public void refreshed(VerifiedJwt spent, TokenDraft access) {
            events.add("refreshed");
        }

        @Override
        public void refused(Refusal refusal) {
            events.add("refused " + refusal.reason());
        }

        @Override
        public void revoked(VerifiedJwt token) {
            events.add("revoked " + token.id().orElseThrow());
        }
    }

    private List<String> eventsOf(Runnable run) {
        events.clear();
        run.run();
        return List.copyOf(events);
    }

    private void send(TestRequest request) {
        JetonExchange exchange = new JetonExchange(JetonResolver.of(jeton), request);
        for (int i = 0; i < 3; i++) {
            assertThat(exchange.authenticate(JwtRequirement.required()))
                    .isInstanceOf(Outcome.Denied.class);
        }
    }

    @Test
    @DisplayName(
            "LOG-09: logins, refreshes, revocations and refusals are each told once, with id and reason")
    void once() {
        Tokens login = jeton.login("alice");
        VerifiedJwt access = jeton.verifier().verify(login.access());
        VerifiedJwt refresh = jeton.verifier().verify(login.refresh().orElseThrow());
        TestRequest bearer = TestRequest.bearer(login.access());
        TestRequest cookie =
                new TestRequest("Cookie", List.of("__Host-access_token=" + login.access()));

        assertThat(eventsOf(() -> jeton.login("alice"))).containsExactly("issued", "issued");
        assertThat(eventsOf(() -> jeton.refresh(refresh))).containsExactly("issued", "refreshed");
        assertThat(eventsOf(() -> send(cookie.by("POST"))))
                .containsExactly("refused " + Reason.CSRF_MISSING);
        assertThat(eventsOf(() -> jeton.revoke(access)))
                .containsExactly("revoked " + access.id().orElseThrow());
        assertThat(eventsOf(() -> send(bearer))).containsExactly("refused " + Reason.REVOKED);
        assertThat(eventsOf(() -> jeton.logout(refresh)))
                .containsExactly("revoked " + refresh.id().orElseThrow());
    }

    @Test
    @DisplayName("LOG-10: a key keeps a copy of its secret, so that whoever made it can zero his")
    void callersZero() {
        byte[] secret = "f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE".getBytes(StandardCharsets.US_ASCII);
        Jeton ofKey = Jeton.builder()
                .keys(KeySource.of(KeyRing.of(JwsKey.ofSecret(JwsAlgorithm.HS256, secret))))
                .build();
        String token = ofKey.createAccessToken("alice");
        Arrays.fill(secret, (byte) 0);
        assertThat(ofKey.verifier().verify(token).subject()).isEqualTo("alice");
        assertThat(ofKey.verifier().verify(ofKey.createAccessToken("bob")).subject())
                .isEqualTo("bob");
    }
}
