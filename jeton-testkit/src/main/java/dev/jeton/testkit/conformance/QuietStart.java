package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the start-up reports of Jeton out of the log, as long as it is open: a run starts one for each case. Failures
 * are still logged. Does nothing where {@code System.Logger} writes elsewhere than to {@code java.util.logging}.
 */
final class QuietStart implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.jeton");
    private final @Nullable Level before = logger.getLevel();

    QuietStart() {
        logger.setLevel(Level.SEVERE);
    }

    @Override
    public void close() {
        logger.setLevel(before);
    }
}
