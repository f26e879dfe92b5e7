package dev.jeton.hostile.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.hostile.DifferencesPage;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** A small run of what {@code .ci/differential} does in large, and the page that explains both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenDifferentialTest {
    private static final long NUMBER = Long.getLong("jeton.tokens", 5_000);

    private final DifferencesPage page =
            new DifferencesPage("## Tokens that Jeton refuses and another accepts");
    private final DifferencesPage others =
            new DifferencesPage("## Tokens that Jeton accepts and another refuses");
    private final Tally tally = new Differential(TokenDifferential.SEED).run(NUMBER);

    @Test
    @DisplayName(
            "No mutated token is accepted that all others refuse for one reason, and whoever refuses what another accepts does it by a rule")
    void differential() {
        assertThat(tally.all()).isEqualTo(NUMBER);
        assertThat(tally.accepted()).isBetween(NUMBER / 10, NUMBER / 4);
        assertThat(tally.byRule()).hasSizeGreaterThan(15);
        assertThat(tally.unexplained()).isZero();
    }

    @Test
    @DisplayName(
            "The page of differences explains each rule, each has made a difference, and there is a rule for each row")
    void rules() {
        assertThat(page.rows().keySet()).containsExactly(names(TokenRule.values()));
        assertThat(others.rows().keySet()).containsExactly(names(PeerRule.values()));
        for (DifferencesPage each : List.of(page, others)) {
            assertThat(each.rows().values()).allSatisfy(row -> {
                assertThat(row.get(4)).isNotBlank();
                assertThat(row.subList(1, 4)).anyMatch(count -> DifferencesPage.number(count) > 0);
            });
        }
    }

    private static String[] names(Enum<?>[] rules) {
        return Arrays.stream(rules).map(rule -> "`" + rule + "`").toArray(String[]::new);
    }

    @Test
    @DisplayName("What this run counts is what the page's counts begin with")
    void counts() {
        for (TokenRule rule : TokenRule.values()) {
            compare(page, rule, peer -> tally.accepted(rule, peer));
        }
        for (PeerRule rule : PeerRule.values()) {
            compare(others, rule, peer -> tally.refused(rule, peer));
        }
    }

    private static void compare(DifferencesPage page, Enum<?> rule, ToLongFunction<String> count) {
        for (int i = 0; i < Peers.NAMES.size(); i++) {
            String recorded = page.row(rule).get(1 + i);
            page.requireRecorded(recorded, count.applyAsLong(Peers.NAMES.get(i)), NUMBER);
        }
    }
}
