package dev.jeton.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.attack.HostileToken.Route;
import dev.jeton.testkit.attack.HostileToken.Verdict;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Set;
import java.util.stream.Stream;

/** Every hostile token, sent to the verifier. */
class HostileTokensTest {
    private static final Set<Reason> INVALID = Set.of(
            Reason.MALFORMED,
            Reason.HEADER_INVALID,
            Reason.ALGORITHM_REFUSED,
            Reason.KEY_UNKNOWN,
            Reason.SIGNATURE_INVALID,
            Reason.CLAIM_INVALID,
            Reason.NOT_YET_VALID,
            Reason.AUDIENCE_REFUSED,
            Reason.ISSUER_REFUSED);

    private static final MovableClock CLOCK = MovableClock.atNow();
    private static ConnectionTrap trap;
    private static HostileTokens hostile;
    private static Jeton jeton;

    @BeforeAll
    static void build() {
        trap = ConnectionTrap.open();
        hostile = HostileTokens.at(CLOCK.instant(), trap.address());
        jeton = hostile.settle(Jeton.builder().clock(CLOCK)).build();
    }

    @AfterAll
    static void close() {
        trap.close();
    }

    @TestFactory
    Stream<DynamicTest> tokens() {
        return hostile.all().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.toString(), () -> send(attack)));
    }

    private static void send(HostileToken attack) {
        assertThat(verdict(attack)).as(attack.toString()).isEqualTo(attack.verdict());
    }

    private static Verdict verdict(HostileToken attack) {
        try {
            VerifiedJwt jwt = jeton.verifier().verify(attack.token());
            TokenType wanted =
                    attack.route() == Route.REFRESH ? TokenType.REFRESH : TokenType.ACCESS;
            if (jwt.type() != wanted) {
                return Verdict.WRONG_TYPE;
            }
            boolean stale = attack.route() == Route.FRESH && !jwt.isFreshAt(CLOCK.instant());
            return stale ? Verdict.NOT_FRESH : Verdict.ACCEPTED;
        } catch (TokenRejectedException refused) {
            if (refused.reason() == Reason.EXPIRED) {
                return Verdict.EXPIRED;
            }
            assertThat(refused.reason()).isIn(INVALID);
            return Verdict.INVALID;
        }
    }

    @Test
    @DisplayName("The tokens that the hostile ones are altered from are good, whatever signs them")
    void good() {
        assertThat(hostile.goodOfEachAlgorithm())
                .hasSize(5)
                .allSatisfy(token -> assertThat(jeton.verifier().verify(token)).isNotNull());
        for (Route route : Route.values()) {
            assertThat(jeton.verifier().verify(hostile.good(route))).isNotNull();
        }
    }
}
