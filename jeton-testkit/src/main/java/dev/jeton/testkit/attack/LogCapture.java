package dev.jeton.testkit.attack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps what Jeton logs, at every level, and prints none of it. Sees what {@code System.Logger} hands to
 * {@code java.util.logging}, as it does unless another backend is on the class path.
 */
final class LogCapture extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.jeton");
    private final @Nullable Level before = logger.getLevel();
    private final boolean printed = logger.getUseParentHandlers();
    private final List<String> lines = new ArrayList<>();

    LogCapture() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** Everything since the last call. */
    synchronized String take() {
        String all = String.join("\n", lines);
        lines.clear();
        return all;
    }

    @Override
    public synchronized void publish(LogRecord line) {
        StringBuilder text = new StringBuilder(String.valueOf(line.getMessage()));
        if (line.getParameters() != null) {
            for (Object parameter : line.getParameters()) {
                text.append(' ').append(parameter);
            }
        }
        for (Throwable t = line.getThrown(); t != null; t = t.getCause()) {
            text.append(' ').append(t);
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(printed);
        logger.setLevel(before);
    }
}
