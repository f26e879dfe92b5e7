package dev.jeton.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;
import dev.jeton.JetonListener;
import dev.jeton.failure.Reason;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.TokenDraft;
import dev.jeton.session.Denylist;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.session.RevocationCheck;
import dev.jeton.testkit.MovableClock;
import dev.jeton.web.Answer;
import dev.jeton.web.AnswerOverride;
import dev.jeton.web.Outcome;
import dev.jeton.web.Refusal;
import dev.jeton.web.TokenCheck;
import dev.jeton.web.UserLookup;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.Ordered;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bean is declared, and it is used. */
class ApplicationBeansTest {
    private static final String OTHER =
            "hex:4f1c8d2e9a7b3056e1f4a8c2d7b9035e6f1a8c4d2e7b9053a6f1c8e4d2b7905a";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JetonAutoConfiguration.class))
            .withPropertyValues("jeton.secret-key=" + EnvironmentOptionsTest.SECRET);

    @Test
    @DisplayName("A UserLookup finds the user of each good token")
    void users() {
        runner.withBean(UserLookup.class, () -> jwt -> "user " + jwt.subject()).run(context -> {
            Jeton jeton = context.getBean(Jeton.class);
            assertThat(ofAda(jeton))
                    .isInstanceOfSatisfying(
                            Outcome.Authenticated.class,
                            found -> assertThat(found.user()).isEqualTo("user ada"));
        });
    }

    @Test
    @DisplayName("AdditionalClaims are in each token")
    void claims() {
        runner.withBean(
                        AdditionalClaims.class,
                        () -> (identity, type) -> Map.of("tenant", identity + "'s"))
                .run(context -> {
                    Jeton jeton = context.getBean(Jeton.class);
                    String token = jeton.createAccessToken("ada");
                    assertThat(jeton.verifier().verify(token).claim("tenant", String.class))
                            .contains("ada's");
                });
    }

    @Test
    @DisplayName("A TokenCheck has its say")
    void check() {
        runner.withBean(TokenCheck.class, () -> jwt -> !jwt.subject().equals("ada"))
                .run(context -> assertThat(refusal(ofAda(context.getBean(Jeton.class))))
                        .isEqualTo(Reason.APPLICATION_REFUSED));
    }

    @Test
    @DisplayName("A RevocationCheck is asked")
    void revocation() {
        runner.withBean(RevocationCheck.class, () -> jwt -> true)
                .run(context -> assertThat(refusal(ofAda(context.getBean(Jeton.class))))
                        .isEqualTo(Reason.REVOKED));
    }

    @Test
    @DisplayName("A Denylist is written to and read")
    void denylist() {
        runner.withBean(Denylist.class, InMemoryDenylist::new).run(context -> {
            Jeton jeton = context.getBean(Jeton.class);
            String token = jeton.createAccessToken("ada");
            jeton.revoke(jeton.verifier().verify(token));
            assertThat(refusal(Get.with(token, jeton))).isEqualTo(Reason.REVOKED);
        });
    }

    @Test
    @DisplayName("The only Clock tells the time")
    void clock() {
        MovableClock clock = MovableClock.at(Instant.parse("2030-01-01T12:00:00Z"));
        runner.withBean(Clock.class, () -> clock).run(context -> {
            Jeton jeton = context.getBean(Jeton.class);
            String token = jeton.createAccessToken("ada");
            assertThat(Get.with(token, jeton)).isInstanceOf(Outcome.Authenticated.class);
            clock.advance(Duration.ofMinutes(16));
            assertThat(refusal(Get.with(token, jeton))).isEqualTo(Reason.EXPIRED);
        });
    }

    @Test
    @DisplayName("A KeySource stands in place of the properties' key")
    void keys() {
        JwsKey key = JwsKey.ofSecret(JwsAlgorithm.HS256, OTHER);
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JetonAutoConfiguration.class))
                .withBean(KeySource.class, () -> KeySource.of(KeyRing.of(key)))
                .run(context -> assertThat(Get.with(
                                Jeton.withSecret(OTHER).createAccessToken("ada"),
                                context.getBean(Jeton.class)))
                        .isInstanceOf(Outcome.Authenticated.class));
    }

    @Test
    @DisplayName("AnswerOverrides are asked about every refusal, in order, until one has an answer")
    void answers() {
        runner.withBean("none", AnswerOverride.class, () -> new Words(1, null))
                .withBean("first", AnswerOverride.class, () -> new Words(2, "first"))
                .withBean("second", AnswerOverride.class, () -> new Words(3, "second"))
                .run(context -> {
                    Outcome outcome = Get.withoutToken(context.getBean(Jeton.class));
                    assertThat(new String(((Outcome.Denied) outcome).answer().body()))
                            .isEqualTo("first");
                });
    }

    @Test
    @DisplayName("Without an override's answer the usual one is given")
    void usualAnswer() {
        runner.withBean(AnswerOverride.class, () -> refusal -> null).run(context -> {
            Outcome outcome = Get.withoutToken(context.getBean(Jeton.class));
            assertThat(new String(((Outcome.Denied) outcome).answer().body()))
                    .contains("token_missing");
        });
    }

    @Test
    @DisplayName("Every JetonListener is told")
    void listeners() {
        List<String> told = new ArrayList<>();
        runner.withBean("a", JetonListener.class, () -> new Told("a", told))
                .withBean("b", JetonListener.class, () -> new Told("b", told))
                .run(context -> {
                    context.getBean(Jeton.class).createAccessToken("ada");
                    assertThat(told).containsExactlyInAnyOrder("a", "b");
                });
    }

    @Test
    @DisplayName("A JetonBuilderCustomizer says what properties cannot, and has the last word")
    void customizer() {
        runner.withPropertyValues("jeton.access-token-lifetime=5m")
                .withBean(
                        JetonBuilderCustomizer.class,
                        () -> builder -> builder.identity(user -> "user-" + user)
                                .tokens(tokens -> tokens.accessLifetime(Duration.ofMinutes(3))))
                .run(context -> {
                    Jeton jeton = context.getBean(Jeton.class);
                    assertThat(jeton.report()).contains("access 3m");
                    assertThat(jeton.verifier()
                                    .verify(jeton.createAccessToken(7))
                                    .subject())
                            .isEqualTo("user-7");
                });
    }

    @Test
    @DisplayName(
            "Two checks, none of them primary, stop the start: one would be left out in silence")
    void twoChecks() {
        runner.withBean("one", TokenCheck.class, () -> jwt -> true)
                .withBean("other", TokenCheck.class, () -> jwt -> false)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(NoUniqueBeanDefinitionException.class));
    }

    @Test
    @DisplayName(
            "A Jeton of the application's own takes the place of the configured one, which then needs no key")
    void ownJeton() {
        Jeton own = Jeton.withSecret(OTHER);
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JetonAutoConfiguration.class))
                .withBean(Jeton.class, () -> own)
                .run(context -> assertThat(context.getBean(Jeton.class)).isSameAs(own));
    }

    @Test
    @DisplayName("Each that asks for a builder gets its own, with properties and beans in it")
    void builders() {
        runner.withPropertyValues("jeton.issuer=me")
                .withBean(TokenCheck.class, () -> jwt -> false)
                .run(context -> {
                    Jeton admin =
                            context.getBean(JetonBuilder.class).name("admin").build();
                    Jeton other = context.getBean(JetonBuilder.class).build();
                    assertThat(admin.report()).contains("\"admin\"", "iss me", "hooks: check");
                    assertThat(other.report()).contains("\"default\"", "iss me", "hooks: check");
                });
    }

    private static Outcome ofAda(Jeton jeton) {
        return Get.with(jeton.createAccessToken("ada"), jeton);
    }

    private static Reason refusal(Outcome outcome) {
        return ((Outcome.Denied) outcome).refusal().reason();
    }

    private record Words(int order, String text) implements AnswerOverride, Ordered {
        @Override
        public Answer answer(Refusal refusal) {
            return text == null ? null : Answer.of(401, "text/plain", text);
        }

        @Override
        public int getOrder() {
            return order;
        }
    }

    private record Told(String name, List<String> told) implements JetonListener {
        @Override
        public void issued(TokenDraft token) {
            told.add(name);
        }
    }
}
