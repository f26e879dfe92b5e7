package dev.jeton.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jeton.session.Denylist;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What every {@link Denylist} must do. The test of a store extends this class and answers a new or a shared store: the
 * contract draws ids of its own for each test, so that nothing has to be emptied in between.
 */
public abstract class DenylistContract {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Denylist denylist;
    private Instant now;
    private String id;

    /** Made by the test of a store, which hands the store over in {@link #denylist}. */
    protected DenylistContract() {}

    /** The store to be tested; asked for once before each test. */
    protected abstract Denylist denylist();

    @BeforeEach
    void open() {
        denylist = denylist();
        now = Instant.parse("2030-01-01T12:00:00Z");
        id = UUID.randomUUID().toString();
    }

    @Test
    @DisplayName("what was never revoked is not revoked")
    void knowsNothingAtFirst() {
        assertFalse(isTokenRevoked(id, now));
        assertFalse(isSessionRevoked(id, now));
        assertFalse(denylist.isRevoked(Optional.empty(), Optional.empty(), now));
    }

    @Test
    @DisplayName("a revoked token is revoked from that moment up to, and not at, the entry's end")
    void holdsATokenUntilItsEnd() {
        Instant until = now.plusSeconds(60);
        denylist.revokeToken(id, until, now);

        assertTrue(isTokenRevoked(id, now));
        assertTrue(isTokenRevoked(id, until.minus(SECOND)));
        assertTrue(isTokenRevoked(id, until.minusMillis(1)));
        assertFalse(isTokenRevoked(id, until));
        assertFalse(isTokenRevoked(id, until.plus(SECOND)));
    }

    @Test
    @DisplayName(
            "a revoked session is revoked up to, and not at, the entry's end, whatever its tokens' jti")
    void holdsASessionUntilItsEnd() {
        Instant until = now.plusSeconds(60);
        denylist.revokeSession(id, until, now);

        assertTrue(isSessionRevoked(id, now));
        assertTrue(denylist.isRevoked(Optional.of(id + "-jti"), Optional.of(id), now));
        assertTrue(isSessionRevoked(id, until.minusMillis(1)));
        assertFalse(isSessionRevoked(id, until));
    }

    @Test
    @DisplayName("a token is revoked where either its jti or its session is")
    void eitherIsEnough() {
        denylist.revokeToken(id, now.plusSeconds(60), now);

        assertTrue(denylist.isRevoked(Optional.of(id), Optional.of(id + "-sid"), now));
        assertTrue(denylist.isRevoked(Optional.of(id), Optional.empty(), now));
        assertFalse(denylist.isRevoked(Optional.of(id + "-other"), Optional.of(id + "-sid"), now));
    }

    @Test
    @DisplayName("a jti and a sid of the same text are two things")
    void keepsTokensAndSessionsApart() {
        denylist.revokeToken(id, now.plusSeconds(60), now);

        assertFalse(isSessionRevoked(id, now));
    }

    @Test
    @DisplayName("revoking twice keeps the later end, in either order")
    void keepsTheLaterEnd() {
        denylist.revokeToken(id, now.plusSeconds(60), now);
        denylist.revokeToken(id, now.plusSeconds(30), now);
        denylist.revokeSession(id, now.plusSeconds(30), now);
        denylist.revokeSession(id, now.plusSeconds(60), now);

        assertTrue(isTokenRevoked(id, now.plusSeconds(59)));
        assertTrue(isSessionRevoked(id, now.plusSeconds(59)));
        assertFalse(isTokenRevoked(id, now.plusSeconds(60)));
        assertFalse(isSessionRevoked(id, now.plusSeconds(60)));
    }

    @Test
    @DisplayName(
            "an entry that has already passed leaves nothing behind, and spares one that has not")
    void ignoresWhatHasPassed() {
        denylist.revokeToken(id, now, now);
        denylist.revokeSession(id, now.minus(SECOND), now);
        assertFalse(isTokenRevoked(id, now));
        assertFalse(isTokenRevoked(id, now.minusSeconds(2)));
        assertFalse(isSessionRevoked(id, now.minusSeconds(2)));

        denylist.revokeToken(id, now.plusSeconds(60), now);
        denylist.revokeToken(id, now.minus(SECOND), now);
        assertTrue(isTokenRevoked(id, now));
    }

    @Test
    @DisplayName("an entry of thirty days and more is kept")
    void keepsLongEntries() {
        Instant until = now.plus(Duration.ofDays(400));
        denylist.revokeToken(id, until, now);

        assertTrue(isTokenRevoked(id, until.minus(SECOND)));
        assertFalse(isTokenRevoked(id, until));
    }

    @Test
    @DisplayName(
            "ids are told apart to the letter: case, blanks, quotes, wildcards, line ends, and beyond ASCII")
    void comparesIdsExactly() {
        String odd = id + " 'x';--*%_\r\nDEL \u00e9\ud83d\ude00A";
        denylist.revokeToken(odd, now.plusSeconds(60), now);

        assertTrue(isTokenRevoked(odd, now));
        assertFalse(isTokenRevoked(odd.toLowerCase(Locale.ROOT), now));
        assertFalse(isTokenRevoked(odd + " ", now));
        assertFalse(isTokenRevoked(odd.replace("\u00e9", "e\u0301"), now));
        assertFalse(isTokenRevoked(id, now));
        assertFalse(isTokenRevoked(odd.replace('x', '%'), now));
    }

    @Test
    @DisplayName("no revocation is lost where many threads revoke at once")
    void losesNothing() {
        IntStream.range(0, 500)
                .parallel()
                .forEach(i -> denylist.revokeToken(id + i % 250, now.plusSeconds(60 + i), now));

        assertTrue(IntStream.range(0, 250)
                .allMatch(i -> isTokenRevoked(id + i, now.plusSeconds(309 + i))));
        assertTrue(IntStream.range(0, 250)
                .noneMatch(i -> isTokenRevoked(id + i, now.plusSeconds(310 + i))));
    }

    @Test
    @DisplayName("a revocation is seen at once by another thread")
    void isSeenAtOnce() throws InterruptedException {
        denylist.revokeToken(id, now.plusSeconds(60), now);
        boolean[] seen = new boolean[1];
        Thread other = new Thread(() -> seen[0] = isTokenRevoked(id, now));
        other.start();
        other.join();

        assertTrue(seen[0]);
    }

    private boolean isTokenRevoked(String jti, Instant at) {
        return denylist.isRevoked(Optional.of(jti), Optional.empty(), at);
    }

    private boolean isSessionRevoked(String sid, Instant at) {
        return denylist.isRevoked(Optional.empty(), Optional.of(sid), at);
    }
}
