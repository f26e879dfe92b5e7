package dev.jetontest;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Reads along, at every level, what is logged, and keeps what should not have been. */
final class LogTap extends Handler {
    private final Logger logger;
    private final Leaks leaks;
    private final List<String> findings = new ArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    /** For this logger and all below it. */
    LogTap(Leaks leaks, String name) {
        this.leaks = leaks;
        this.logger = Logger.getLogger(name);
        setLevel(Level.ALL);
    }

    /** Sees to it that the logger tells all, to this; a framework may have set up logging anew. */
    void attach() {
        if (logger.getLevel() == null) {
            logger.setLevel(Level.ALL);
        }
        for (Handler handler : logger.getHandlers()) {
            if (handler == this) {
                return;
            }
        }
        logger.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord line) {
        String text = line.getLoggerName() + " " + formatter.formatMessage(line) + "\n"
                + traceOf(line.getThrown());
        leaks.in(text)
                .ifPresent(what -> findings.add("a line of level " + line.getLevel() + " of "
                        + line.getLoggerName() + ", logged by " + line.getSourceClassName() + "."
                        + line.getSourceMethodName() + ", holds " + what));
    }

    /** With the messages of all causes. */
    private static String traceOf(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** What has been found since this was asked last. */
    synchronized List<String> takeFindings() {
        List<String> taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
