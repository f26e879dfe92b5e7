package dev.jeton.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

class InMemoryDenylistTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    /** What the machine measures, apart from what its clock says. */
    private final AtomicLong nanos = new AtomicLong(-5);

    private final InMemoryDenylist denylist = new InMemoryDenylist(new PassedTime(nanos::get));

    /** Time passes for machine and clock alike. */
    private Instant pass(Instant from, Duration time) {
        nanos.addAndGet(time.toNanos());
        return from.plus(time);
    }

    private boolean isRevoked(String jti, Instant now) {
        return denylist.isRevoked(Optional.of(jti), Optional.empty(), now);
    }

    private boolean isEnded(String sid, Instant now) {
        return denylist.isRevoked(Optional.empty(), Optional.of(sid), now);
    }

    @Test
    @DisplayName("REV-01: a revoked token is revoked up to, and not at, the entry's end")
    void untilItsEnd() {
        denylist.revokeToken("a", NOW.plusSeconds(60), NOW);

        assertThat(isRevoked("a", NOW)).isTrue();
        assertThat(isRevoked("a", NOW.plusSeconds(59))).isTrue();
        assertThat(isRevoked("a", NOW.plusSeconds(60))).isFalse();
        assertThat(isRevoked("a", NOW.plusSeconds(61))).isFalse();
        assertThat(isRevoked("b", NOW)).isFalse();
        assertThat(isEnded("a", NOW)).isFalse();
    }

    @Test
    @DisplayName("REV-02: an ended session revokes each of its tokens")
    void sessions() {
        denylist.revokeSession("s", NOW.plusSeconds(60), NOW);

        assertThat(denylist.isRevoked(Optional.of("any"), Optional.of("s"), NOW))
                .isTrue();
        assertThat(denylist.isRevoked(Optional.of("s"), Optional.empty(), NOW)).isFalse();
        assertThat(isEnded("s", NOW.plusSeconds(60))).isFalse();
    }

    @Test
    @DisplayName("Revoking again keeps the later end, whichever came first")
    void laterEndWins() {
        denylist.revokeToken("a", NOW.plusSeconds(60), NOW);
        denylist.revokeToken("a", NOW.plusSeconds(30), NOW);
        denylist.revokeToken("b", NOW.plusSeconds(30), NOW);
        denylist.revokeToken("b", NOW.plusSeconds(60), NOW);

        Instant later = pass(NOW, Duration.ofSeconds(59));
        assertThat(isRevoked("a", later)).isTrue();
        assertThat(isRevoked("b", later)).isTrue();
        assertThat(denylist.size()).isEqualTo(2);
    }

    @Test
    @DisplayName("REV-06: what has passed already leaves no entry")
    void passedAlready() {
        denylist.revokeToken("a", NOW, NOW);
        denylist.revokeSession("s", NOW.minusSeconds(1), NOW);

        assertThat(denylist.size()).isZero();
    }

    @Test
    @DisplayName("Entries are forgotten when their end has passed, and only those")
    void forgets() {
        IntStream.range(0, 1_000)
                .forEach(i -> denylist.revokeToken("t" + i, NOW.plusSeconds(60), NOW));
        denylist.revokeSession("s", NOW.plusSeconds(600), NOW);
        assertThat(denylist.size()).isEqualTo(1_001);

        Instant before = pass(NOW, Duration.ofSeconds(55));
        assertThat(isRevoked("t1", before)).isTrue();
        assertThat(denylist.size()).isEqualTo(1_001);

        Instant after = pass(before, Duration.ofSeconds(10));
        assertThat(isRevoked("t1", after)).isFalse();
        assertThat(denylist.size()).isEqualTo(1);

        Instant end = pass(after, Duration.ofSeconds(600));
        assertThat(isEnded("s", end)).isFalse();
        assertThat(denylist.size()).isZero();
    }

    @Test
    @DisplayName("Nothing is forgotten to make room")
    void neverMakesRoom() {
        IntStream.range(0, 100_000)
                .forEach(i -> denylist.revokeToken("t" + i, NOW.plusSeconds(60), NOW));

        assertThat(denylist.size()).isEqualTo(100_000);
        assertThat(IntStream.range(0, 100_000).allMatch(i -> isRevoked("t" + i, NOW)))
                .isTrue();
    }

    @Test
    @DisplayName("F-12: a clock that jumps ahead and is set right again revives no revoked token")
    void clockAheadAndRight() {
        denylist.revokeToken("before", NOW.plusSeconds(900), NOW);

        Instant ahead = NOW.plus(HOUR);
        assertThat(isRevoked("before", ahead)).isFalse();
        denylist.revokeToken("meanwhile", ahead.plusSeconds(900), ahead);
        assertThat(denylist.size()).isEqualTo(2);

        Instant right = pass(NOW, Duration.ofSeconds(890));
        assertThat(isRevoked("before", right)).isTrue();
        assertThat(isRevoked("meanwhile", right)).isTrue();
        Instant later = pass(right, HOUR);
        assertThat(isRevoked("meanwhile", later)).isTrue();
        assertThat(isRevoked("meanwhile", pass(later, Duration.ofSeconds(10)))).isFalse();
        assertThat(denylist.size()).isZero();
    }

    @Test
    @DisplayName("F-11: a clock that is set back revives no revoked token either")
    void clockBack() {
        denylist.revokeToken("before", NOW.plusSeconds(7200), NOW);
        Instant right = pass(NOW, HOUR);
        assertThat(isRevoked("before", right)).isTrue();

        Instant back = right.minus(Duration.ofMinutes(30));
        denylist.revokeToken("meanwhile", back.plusSeconds(900), back);
        assertThat(isRevoked("meanwhile", back)).isTrue();
        assertThat(denylist.size()).isEqualTo(2);

        Instant later = pass(back, Duration.ofSeconds(899));
        assertThat(isRevoked("meanwhile", later)).isTrue();
        assertThat(isRevoked("before", pass(later, Duration.ofMinutes(70)))).isTrue();
    }

    @Test
    @DisplayName("A denylist that starts while the clock is wrong still keeps what must be kept")
    void startsAhead() {
        Instant ahead = NOW.plus(HOUR);
        assertThat(isRevoked("a", ahead)).isFalse();
        denylist.revokeToken("a", NOW.plusSeconds(900), NOW);

        Instant later = pass(NOW, Duration.ofSeconds(890));
        assertThat(isRevoked("a", later)).isTrue();
    }

    @Test
    @DisplayName(
            "REV-04, REV-10: ids are told apart to the letter, whether they are the text of 128 bits or not")
    void comparesToTheLetter() {
        List<String> ids = List.of(
                "AAAAAAAAAAAAAAAAAAAAAA", // the text of 128 bits
                "AAAAAAAAAAAAAAAAAAAAAB", // not canonical: a spare bit is set
                "AAAAAAAAAAAAAAAAAAAAAQ",
                "AAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAA==",
                "aAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAA\u00e9",
                "AAAAAAAAAAAAAAAAAAAAA?",
                "x' OR '1'='1\r\nDEL *");
        for (String revoked : ids) {
            InMemoryDenylist fresh = new InMemoryDenylist();
            fresh.revokeToken(revoked, NOW.plusSeconds(60), NOW);
            assertThat(ids)
                    .filteredOn(id -> fresh.isRevoked(Optional.of(id), Optional.empty(), NOW))
                    .containsExactly(revoked);
        }
    }

    @Test
    @DisplayName("An entry may end in the farthest year")
    void farEnd() {
        Instant far = Instant.parse("9999-12-31T23:59:59Z");
        denylist.revokeToken("a", far, NOW);

        assertThat(isRevoked("a", pass(NOW, Duration.ofDays(36_500)))).isTrue();
        assertThat(isRevoked("a", far)).isFalse();
    }

    @Test
    @DisplayName("No revocation is lost and none is invented where many threads revoke and ask")
    void manyThreads() {
        IntStream.range(0, 20_000).parallel().forEach(i -> {
            String jti = "t" + i % 5_000;
            denylist.revokeToken(jti, NOW.plusSeconds(60 + i % 7), NOW);
            assertThat(isRevoked(jti, NOW)).isTrue();
            assertThat(isRevoked("u" + i, NOW)).isFalse();
        });
        assertThat(denylist.size()).isEqualTo(5_000);
    }

    @Test
    @DisplayName("It waits for nothing outside the process")
    void doesNotBlock() {
        assertThat(denylist.isBlocking()).isFalse();
        assertThat(new InMemoryDenylist().isBlocking()).isFalse();
    }
}
