package dev.jeton.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;

class MovableClockTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    @DisplayName("a movable clock stands still until it is moved")
    void standsStill() {
        MovableClock clock = MovableClock.at(NOON);

        assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
        assertThat(clock.millis()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    @DisplayName("a movable clock moves on, back, and to an instant")
    void moves() {
        MovableClock clock = MovableClock.at(NOON);

        clock.advance(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
        clock.advance(Duration.ofSeconds(-2));
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(1));
        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    @DisplayName("the clock in another zone is moved with the first")
    void sharesTimeAcrossZones() {
        MovableClock clock = MovableClock.at(NOON);
        Clock elsewhere = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.advance(Duration.ofHours(1));

        assertThat(elsewhere.instant()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    @DisplayName("no step is lost where many threads move the clock")
    void losesNoStep() {
        MovableClock clock = MovableClock.at(NOON);

        IntStream.range(0, 10_000).parallel().forEach(i -> clock.advance(Duration.ofSeconds(1)));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10_000));
    }
}
