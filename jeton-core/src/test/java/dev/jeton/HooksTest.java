package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.internal.CapturedLog;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.Answer;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;
import dev.jeton.web.Refusal;
import dev.jeton.web.UserLookup;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** The application's hooks, from the builder to the outcome of a request. */
class HooksTest {
    @RegisterExtension
    final CapturedLog log = new CapturedLog("dev.jeton");

    private static JetonBuilder good() {
        return Jeton.builder().secretKey(JetonBuilderTest.SECRET);
    }

    private static Outcome outcome(Jeton jeton, TestRequest request) {
        return jeton.authenticator().authenticate(request, JwtRequirement.required());
    }

    private static Outcome outcome(Jeton jeton) {
        return outcome(jeton, TestRequest.bearer(jeton.login("alice").access()));
    }

    private static void assertDenied(Outcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Denied.class,
                        denied -> assertThat(denied.refusal().reason()).isEqualTo(reason));
    }

    @Test
    @DisplayName("The user lookup's user stands beside the token, and an unknown user is refused")
    void users() {
        Jeton jeton = good().users(jwt -> jwt.subject().equals("alice") ? List.of("Alice") : null)
                .build();
        assertThat(outcome(jeton))
                .isInstanceOfSatisfying(
                        Outcome.Authenticated.class,
                        good -> assertThat(good.user()).isEqualTo(List.of("Alice")));
        assertDenied(
                outcome(jeton, TestRequest.bearer(jeton.createAccessToken("mallory"))),
                Reason.USER_UNKNOWN);
    }

    @Test
    @DisplayName("The application's own check refuses what it does not accept")
    void check() {
        Jeton jeton = good().check(jwt -> jwt.roles().contains("admin")).build();
        assertDenied(outcome(jeton), Reason.APPLICATION_REFUSED);
        String token = jeton.login("alice", login -> login.roles("admin")).access();
        assertThat(outcome(jeton, TestRequest.bearer(token)))
                .isInstanceOf(Outcome.Authenticated.class);
    }

    @Test
    @DisplayName("A denylist is asked on every request, and what logout and revoke wrote holds")
    void denylist() {
        Jeton jeton = good().denylist(new InMemoryDenylist()).build();
        Tokens tokens = jeton.login("alice");
        TestRequest request = TestRequest.bearer(tokens.access());
        VerifiedJwt jwt = jeton.verifier().verify(tokens.access());
        assertThat(outcome(jeton, request)).isInstanceOf(Outcome.Authenticated.class);
        jeton.revoke(jwt);
        assertDenied(outcome(jeton, request), Reason.REVOKED);
        Tokens other = jeton.login("alice");
        jeton.logout(jeton.verifier().verify(other.refresh().orElseThrow()));
        assertDenied(outcome(jeton, TestRequest.bearer(other.access())), Reason.REVOKED);
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"
    })
    @DisplayName(
            "Beside a denylist, the application's own check may say too that a token is revoked")
    void denylistAndRevocation(boolean denied, boolean revoked, boolean refused) {
        Jeton jeton = good().denylist(new InMemoryDenylist())
                .revocation(jwt -> revoked)
                .build();
        String token = jeton.login("alice").access();
        if (denied) {
            jeton.revoke(jeton.verifier().verify(token));
        }
        Outcome outcome = outcome(jeton, TestRequest.bearer(token));
        assertThat(outcome instanceof Outcome.Denied).isEqualTo(refused);
    }

    @Test
    @DisplayName("What may block is known beforehand: each hook counts, unless it says otherwise")
    void blocking() {
        assertThat(blocks(good())).isFalse();
        assertThat(blocks(good().denylist(new InMemoryDenylist()))).isFalse();
        assertThat(blocks(good().users(jwt -> "user"))).isTrue();
        assertThat(blocks(good().users(new InstantLookup()))).isFalse();
        assertThat(blocks(good().check(jwt -> true))).isTrue();
        assertThat(blocks(good().revocation(jwt -> false))).isTrue();
        assertThat(blocks(good().denylist(new InMemoryDenylist()).revocation(jwt -> false)))
                .isTrue();
        assertThat(blocks(good().denylist(new InMemoryDenylist()).revocation(new InstantCheck())))
                .isFalse();
        assertThat(blocks(good().denylist(new BrokenDenylist()).revocation(new InstantCheck())))
                .isTrue();
        assertThat(blocks(good().verifyingKeyByKid(kid -> null))).isTrue();
    }

    private static boolean blocks(JetonBuilder builder) {
        return builder.build()
                .authenticator()
                .needs(TestRequest.anonymous(), JwtRequirement.required())
                .blocking();
    }

    private static final class InstantLookup implements UserLookup {
        @Override
        public Object find(VerifiedJwt jwt) {
            return "user";
        }

        @Override
        public boolean isBlocking() {
            return false;
        }
    }

    private static final class InstantCheck implements RevocationCheck {
        @Override
        public boolean isRevoked(VerifiedJwt jwt) {
            return false;
        }

        @Override
        public boolean isBlocking() {
            return false;
        }
    }

    @Test
    @DisplayName(
            "CFG-12: a hook that throws refuses, as unavailable or as an error, and never allows")
    void throwingHooks() {
        assertDenied(
                outcome(good().denylist(new BrokenDenylist()).build()), Reason.CHECK_UNAVAILABLE);
        assertDenied(outcome(good().revocation(jwt -> fails()).build()), Reason.ERROR);
        assertDenied(outcome(good().check(jwt -> fails()).build()), Reason.ERROR);
        assertDenied(outcome(good().users(jwt -> fails()).build()), Reason.ERROR);
    }

    private static boolean fails() {
        throw new IllegalStateException("a hook's own trouble");
    }

    @Test
    @DisplayName("The application's answer goes out in place of the usual one, for its reason only")
    void answers() {
        Jeton jeton = good().answer(Reason.TOKEN_MISSING, refusal -> Answer.redirect("/login"))
                .build();
        assertThat(outcome(jeton, TestRequest.anonymous()))
                .isInstanceOfSatisfying(
                        Outcome.Denied.class,
                        denied -> assertThat(denied.answer().status()).isEqualTo(303));
        assertThat(outcome(jeton, TestRequest.bearer("x.y.z")))
                .isInstanceOfSatisfying(
                        Outcome.Denied.class,
                        denied -> assertThat(denied.answer().status()).isEqualTo(401));
    }

    @Test
    @DisplayName("Listeners hear of refused requests, all of them, even when one throws")
    void refusals() {
        List<String> heard = new ArrayList<>();
        Jeton jeton = good().listener(new JetonListener() {
                    @Override
                    public void refused(Refusal refusal) {
                        throw new IllegalStateException("a listener's own trouble");
                    }
                })
                .listener(new JetonListener() {
                    @Override
                    public void refused(Refusal refusal) {
                        heard.add(refusal.reason().code());
                    }
                })
                .locations(Location.HEADERS)
                .build();
        assertDenied(outcome(jeton, TestRequest.anonymous()), Reason.TOKEN_MISSING);
        assertDenied(outcome(jeton, TestRequest.bearer("x.y.z")), Reason.MALFORMED);
        assertThat(heard).containsExactly("token_missing", "malformed");
    }
}
