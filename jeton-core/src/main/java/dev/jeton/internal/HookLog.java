package dev.jeton.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Logs what hooks of the application threw: at most ten a second, so that an outage does not fill the disk. */
public final class HookLog {
    private static final int PER_SECOND = 10;

    private final Logger logger;
    private final Clock clock;
    private final AtomicLong second = new AtomicLong();
    private final AtomicInteger logged = new AtomicInteger();

    /** @param logger its name */
    public HookLog(String logger, Clock clock) {
        this.logger = System.getLogger(logger);
        this.clock = clock;
    }

    /** The reference under which the failure stands in the log. */
    public String failed(Level level, String what, Throwable failure) {
        String reference = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
        int count = countThisSecond();
        if (count <= PER_SECOND) {
            logger.log(level, what + " (reference " + reference + ")", failure);
        } else if (count == PER_SECOND + 1) {
            logger.log(level, "more of the kind this second are not logged");
        }
        return reference;
    }

    private int countThisSecond() {
        long now = clock.millis() / 1000;
        if (second.getAndSet(now) != now) {
            logged.set(0);
        }
        return logged.incrementAndGet();
    }
}
