package dev.jeton.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

class NumericDatesTest {
    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "0.0009999, 0",
        "0.001, 1",
        "0.0019, 1",
        "0.01, 10",
        "1.9996, 1999",
        "1.9e9, 1900000000000",
        "253402300799.0, 253402300799000",
        "2534023007.99E+2, 253402300799000"
    })
    @DisplayName("RFC 7519 §2: a decimal is read to the millisecond, what is finer is cut off")
    void decimals(String seconds, long millis) {
        assertThat(NumericDates.millis(new BigDecimal(seconds))).isEqualTo(millis);
    }

    @Test
    @DisplayName("ENC-16: a number of any exponent is judged without writing out its digits")
    void anyExponent() {
        assertThat(NumericDates.millis(new BigDecimal("1e-999999999"))).isZero();
        assertThat(NumericDates.millis(new BigDecimal("12345e-999999999"))).isZero();
        assertThat(NumericDates.millis(new BigDecimal("1e999999999")))
                .isEqualTo(NumericDates.OUT_OF_RANGE);
        assertThat(NumericDates.millis(new BigDecimal("-1e-999999999")))
                .isEqualTo(NumericDates.OUT_OF_RANGE);
        assertThat(NumericDates.anyMillis(new BigDecimal("-1e-999999999")))
                .isEqualTo(NumericDates.LONG_AGO);
        assertThat(NumericDates.anyMillis(new BigDecimal("1e999999999")))
                .isEqualTo(NumericDates.OUT_OF_RANGE);
    }

    @Test
    @DisplayName(
            "ANY_DATE: a number of up to 18 digits is long ago or never; a longer one is no date")
    void anyDate() {
        assertThat(NumericDates.anyMillis(-1L)).isEqualTo(NumericDates.LONG_AGO);
        assertThat(NumericDates.anyMillis(Long.MIN_VALUE)).isEqualTo(NumericDates.LONG_AGO);
        assertThat(NumericDates.anyMillis(253_402_300_800L)).isEqualTo(NumericDates.NEVER);
        assertThat(NumericDates.anyMillis(new BigDecimal("1e18"))).isEqualTo(NumericDates.NEVER);
        assertThat(NumericDates.anyMillis(new BigDecimal("1.1e18")))
                .isEqualTo(NumericDates.OUT_OF_RANGE);
        assertThat(NumericDates.anyMillis(new BigDecimal("-1.1e18")))
                .isEqualTo(NumericDates.OUT_OF_RANGE);
        assertThat(NumericDates.anyMillis(BigInteger.TEN.pow(20)))
                .isEqualTo(NumericDates.OUT_OF_RANGE);
        assertThat(NumericDates.anyMillis(5L)).isEqualTo(5000L);
        assertThat(NumericDates.anyMillis("5")).isEqualTo(NumericDates.MISTYPED);
    }

    @Test
    @DisplayName(
            "DIGITS_AS_NUMBERS: a sign and 1 to 18 ASCII digits are a number, and all else is what it was")
    void digits() {
        assertThat(NumericDates.digits("0")).isEqualTo(0L);
        assertThat(NumericDates.digits("-5")).isEqualTo(-5L);
        assertThat(NumericDates.digits("+5")).isEqualTo(5L);
        assertThat(NumericDates.digits("999999999999999999")).isEqualTo(999_999_999_999_999_999L);
        for (String other : new String[] {
            "", "-", "+", "--5", "5-", "1000000000000000000", "1e3", "5.0", " 5", "/", ":", "\u0665"
        }) {
            assertThat(NumericDates.digits(other)).isEqualTo(other);
        }
        assertThat(NumericDates.digits(true)).isEqualTo(true);
        assertThat(NumericDates.digits(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-1, true", "-2, false", "253402300798, true", "253402300799, false"})
    @DisplayName("CLM-06: a span from a time in range ends in range, or not")
    void spans(long seconds, boolean inRange) {
        Instant second = Instant.ofEpochSecond(1);

        assertThat(NumericDates.isInRange(second, Duration.ofSeconds(seconds))).isEqualTo(inRange);
    }

    @Test
    @DisplayName("CLM-06: the last second of 9999 is the end of times, and not a nanosecond later")
    void endOfTimes() {
        Instant start = Instant.EPOCH;
        Duration all = Duration.ofSeconds(253_402_300_799L);

        assertThat(NumericDates.isInRange(start, all)).isTrue();
        assertThat(NumericDates.isInRange(start, all.plusNanos(1))).isFalse();
        assertThat(NumericDates.isInRange(start, all.minusNanos(1))).isTrue();
        assertThat(NumericDates.isInRange(NumericDates.LAST)).isTrue();
        assertThat(NumericDates.isInRange(NumericDates.LAST.plusNanos(1))).isFalse();
        assertThat(NumericDates.isInRange(Instant.EPOCH)).isTrue();
    }
}
