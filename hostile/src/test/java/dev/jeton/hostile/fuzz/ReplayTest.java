package dev.jeton.hostile.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ReplayTest {
    private static final int MEBIBYTE = 1 << 20;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    private Path inputs;

    @Test
    @DisplayName(
            "A replay counts the inputs that break a property, fail otherwise or cost too much, and names them")
    void findings() throws IOException {
        input("fails", "f");
        input("breaks", "b");
        input("dear", "d");
        input("fine", "x");
        assertThat(replay()).isEqualTo(3);
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("breaks: java.lang.AssertionError: broken"))
                .anyMatch(line -> line.contains("dear: java.lang.AssertionError: too dear"))
                .anyMatch(line -> line.contains("fails: java.lang.IllegalStateException"));
    }

    @Test
    @DisplayName(
            "An input of up to 8 KiB that takes more than 50 ms of its thread's time, however often it is tried, is a finding")
    void time() throws IOException {
        input("slow", "s");
        input("slow-once", "o");
        assertThat(replay()).isOne();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("slow: ", "too dear");
    }

    @Test
    @DisplayName("What takes longer because it is longer than 8 KiB is none")
    void longer() throws IOException {
        input("long", "s".repeat(8193));
        assertThat(replay()).isZero();
    }

    @Test
    @DisplayName("A replay without findings says nothing")
    void none() throws IOException {
        input("fine", "x");
        assertThat(replay()).isZero();
        assertThat(told.size()).isZero();
    }

    private void input(String name, String content) throws IOException {
        Files.writeString(inputs.resolve(name), content);
    }

    private int replay() {
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return new Replay(out).run(new Example(), List.of(inputs));
    }

    /** What its input says. */
    private static final class Example implements Target<byte[]> {
        private int slowCalls;

        @Override
        public byte[] call(byte[] input) {
            if (input[0] == 'f') {
                throw new IllegalStateException();
            }
            if (input[0] == 's' || input[0] == 'o' && slowCalls++ == 0) {
                work(60);
            }
            return new byte[input[0] == 'd' ? 3 * MEBIBYTE : MEBIBYTE];
        }

        private static void work(int millis) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long end = threads.getCurrentThreadCpuTime() + millis * 1_000_000L;
            while (threads.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void judge(byte[] input, byte[] result) {
            Property.holds(input[0] != 'b', "broken");
        }
    }
}
