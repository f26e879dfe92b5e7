package dev.jeton.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.failure.Reason;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.spring.JetonEvent.Issued;
import dev.jeton.spring.JetonEvent.Refreshed;
import dev.jeton.spring.JetonEvent.Refused;
import dev.jeton.spring.JetonEvent.Revoked;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** What an application is told of tokens and requests. */
class EventsTest {
    private static final List<JetonEvent> EVENTS = new CopyOnWriteArrayList<>();

    private final AtomicReference<ApplicationEventPublisher> context = new AtomicReference<>();
    private final Jeton jeton = Jeton.builder()
            .secretKey(Stack.SECRET)
            .denylist(new InMemoryDenylist())
            .listener(new JetonEventPublisher(
                    event -> Objects.requireNonNull(context.get()).publishEvent(event)))
            .build();

    @BeforeEach
    void nothingHappened() {
        EVENTS.clear();
    }

    @RestController
    static class Handlers {
        @GetMapping("/in")
        @JwtRequired
        String in() {
            return "in";
        }

        @GetMapping("/open")
        String open() {
            return "open";
        }

        @EventListener
        void heard(JetonEvent event) {
            EVENTS.add(event);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "Issuing, refreshing, refusing and revoking are events of the application, without the text of a token")
    void events(Stack stack) throws Exception {
        try (Application app = stack.start(jeton, Handlers.class)) {
            context.set(app.context);
            Tokens tokens = jeton.login("alice");
            String access = tokens.access();
            assertThat(EVENTS).hasSize(2).hasOnlyElementsOfType(Issued.class);
            EVENTS.clear();
            jeton.refresh(jeton.verifier().verify(tokens.refresh().orElseThrow()));
            assertThat(EVENTS).hasAtLeastOneElementOfType(Refreshed.class);
            EVENTS.clear();
            jeton.revoke(jeton.verifier().verify(access));
            assertThat(EVENTS).singleElement().isInstanceOf(Revoked.class);
            EVENTS.clear();
            assertThat(app.http.get("/open", Application.bearer("x")).body()).isEqualTo("open");
            assertThat(EVENTS).isEmpty();
            assertThat(app.http.get("/in", Application.bearer(access)).status()).isEqualTo(401);
            assertThat(EVENTS)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().reason())
                                    .isEqualTo(Reason.REVOKED));
            assertThat(EVENTS.toString()).doesNotContain(access);
        }
    }
}
