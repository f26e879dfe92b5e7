package dev.jetontest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    @DisplayName("A name claims the rows that it names, and those between the two of a range")
    void claims() {
        assertThat(Rows.in("SI" + "G-01, SI" + "G-03: text"))
                .containsExactly("SI" + "G-01", "SI" + "G-03");
        assertThat(Rows.in("HD" + "R-08 to HD" + "R-11, DO" + "S-01: text"))
                .containsExactly(
                        "DO" + "S-01", "HD" + "R-08", "HD" + "R-09", "HD" + "R-10", "HD" + "R-11");
        assertThat(Rows.in("HD" + "R-08 to SI" + "G-11"))
                .containsExactly("HD" + "R-08", "SI" + "G-11");
    }

    @Test
    @DisplayName("What only looks like a row claims nothing")
    void others() {
        for (String name : new String[] {"RFC-01", "SIG-1", "SIG-001", "xSIG-01", "sig-01", ""}) {
            assertThat(Rows.in(name)).isEmpty();
        }
    }
}
