package dev.jeton.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicReference;

class LeftoversTest {
    private final Jeton jeton = Jeton.withSecret("f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE");
    private final Leftovers leftovers = new Leftovers();

    private Outcome outcome() {
        RawRequest request = RawRequest.get("/").bearer(jeton.createAccessToken("alice"));
        return jeton.authenticator().authenticate(request, JwtRequirement.required());
    }

    @Test
    @DisplayName("An outcome that somebody keeps is left over, until it is let go")
    void kept() throws Exception {
        AtomicReference<Outcome> keeper = new AtomicReference<>(outcome());
        leftovers.watch(keeper.get());
        assertThat(leftovers.count()).isEqualTo(1);
        keeper.set(null);
        assertThat(leftovers.count()).isZero();
    }

    @Test
    @DisplayName(
            "A principal is left over on the thread of an anonymous request, or of somebody else's")
    void onThreads() throws Exception {
        leftovers.look("alice", "alice");
        leftovers.look("", null);
        assertThat(leftovers.count()).isZero();
        leftovers.look("", "alice");
        leftovers.look("bob", "alice");
        assertThat(leftovers.count()).isEqualTo(2);
    }
}
