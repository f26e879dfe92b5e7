package dev.jeton.testkit.attack;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Watches for virtual threads that hold on to their carriers for long. */
final class Pinning implements AutoCloseable {
    private static final Duration LONG = Duration.ofMillis(20);

    private final Recording recording = new Recording();

    private Pinning() {
        recording.enable("jdk.VirtualThreadPinned").withThreshold(LONG);
        recording.start();
    }

    static Pinning watch() {
        return new Pinning();
    }

    /** How often one did, since the watch began; which ends it. Prints where. */
    int events() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("jeton-pinning", ".jfr");
        try {
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            events.forEach(System.out::println);
            return events.size();
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }
}
