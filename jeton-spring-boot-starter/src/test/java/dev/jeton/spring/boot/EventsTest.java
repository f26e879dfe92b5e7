package dev.jeton.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.failure.Reason;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.Denylist;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.spring.JetonEvent;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

import java.util.ArrayList;
import java.util.List;

class EventsTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JetonAutoConfiguration.class, JetonEventsAutoConfiguration.class))
            .withPropertyValues("jeton.secret-key=" + EnvironmentOptionsTest.SECRET)
            .withBean(Denylist.class, InMemoryDenylist::new);

    /** Notes what it hears. */
    static class Ear {
        final List<String> heard = new ArrayList<>();

        @EventListener
        void issued(JetonEvent.Issued event) {
            heard.add("issued " + event.token().type().claim());
        }

        @EventListener
        void refreshed(JetonEvent.Refreshed event) {
            heard.add("refreshed " + event.spent().subject());
        }

        @EventListener
        void refused(JetonEvent.Refused event) {
            heard.add("refused " + event.refusal().reason().code());
        }

        @EventListener
        void revoked(JetonEvent.Revoked event) {
            heard.add("revoked " + event.token().type().claim());
        }
    }

    @Test
    @DisplayName("Issued, refreshed, refused and revoked are application events")
    void events() {
        runner.withBean(Ear.class).run(context -> {
            live(context.getBean(Jeton.class));
            assertThat(context.getBean(Ear.class).heard)
                    .containsExactly(
                            "issued access",
                            "issued refresh",
                            "issued access",
                            "refreshed ada",
                            "refused token_missing",
                            "revoked refresh",
                            "refused revoked");
        });
    }

    @Test
    @DisplayName("A listener that throws changes nothing")
    void throwing() {
        runner.withBean(Thrower.class)
                .run(context -> assertThat(context.getBean(Jeton.class).createAccessToken("ada"))
                        .isNotEmpty());
    }

    static class Thrower {
        @EventListener
        void on(JetonEvent event) {
            throw new IllegalStateException("no");
        }
    }

    @Test
    @DisplayName("Counters count what happened, by reason and by type")
    void counters() {
        runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            live(context.getBean(Jeton.class));
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(count(registry, "jeton.tokens.issued", "type", "access")).isEqualTo(2);
            assertThat(count(registry, "jeton.tokens.issued", "type", "refresh"))
                    .isEqualTo(1);
            assertThat(count(registry, "jeton.tokens.revoked", "type", "refresh"))
                    .isEqualTo(1);
            assertThat(count(registry, "jeton.requests.refused", "reason", "token_missing"))
                    .isEqualTo(1);
            assertThat(count(registry, "jeton.requests.refused", "reason", "revoked"))
                    .isEqualTo(1);
            assertThat(count(registry, "jeton.requests.refused", "reason", "expired"))
                    .isZero();
            assertThat(registry.get("jeton.logins.refreshed").counter().count()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("LOG-07: every counter is there from the start, and no request can add one")
    void closedSets() {
        runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            Jeton jeton = context.getBean(Jeton.class);
            List<Meter.Id> before = ids(registry);
            assertThat(before).hasSize(Reason.values().length + 5);
            live(jeton);
            Get.with("x.y.z", jeton);
            assertThat(ids(registry)).containsExactlyInAnyOrderElementsOf(before);
        });
    }

    @Test
    @DisplayName("Without Micrometer, and without a registry, everything else works")
    void withoutMicrometer() {
        runner.withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> live(context.getBean(Jeton.class)));
        runner.run(context -> assertThat(context).doesNotHaveBean("jetonCounters"));
    }

    private static void live(Jeton jeton) {
        Tokens tokens = jeton.login("ada");
        VerifiedJwt refresh = jeton.verifier().verify(tokens.refresh().orElseThrow());
        jeton.refresh(refresh);
        Get.withoutToken(jeton);
        jeton.logout(refresh);
        Get.with(tokens.access(), jeton);
    }

    private static double count(MeterRegistry registry, String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }

    private static List<Meter.Id> ids(MeterRegistry registry) {
        return registry.getMeters().stream().map(Meter::getId).toList();
    }
}
