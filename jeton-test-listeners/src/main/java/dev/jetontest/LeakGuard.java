package dev.jetontest;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.nio.file.Path;
import java.util.List;

/**
 * LOG-01: fails a test class during which Jeton logged a token, a key or a canary, at whatever level. Registered for all
 * classes by {@code junit.jupiter.extensions.autodetection.enabled}. What is logged after the last class has ended fails
 * the run.
 */
public final class LeakGuard implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    /** Names another logger than {@code dev.jeton}, for the test of this class. */
    static final String LOGGER = "jeton.leaks.logger";

    private static final Namespace NAMESPACE = Namespace.create(LeakGuard.class);

    /** Made by JUnit. */
    public LeakGuard() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        tap(context).attach();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        tap(context).attach();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        check(tap(context));
    }

    private static LogTap tap(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Run.class, key -> new Run(logger(context)), Run.class)
                .tap;
    }

    private static String logger(ExtensionContext context) {
        return context.getConfigurationParameter(LOGGER).orElse("dev.jeton");
    }

    private static void check(LogTap tap) {
        List<String> findings = tap.takeFindings();
        if (!findings.isEmpty()) {
            throw new AssertionError("a log gave away what it must not: " + findings);
        }
    }

    /** Lives as long as the run; JUnit closes it at its end. */
    private static final class Run implements AutoCloseable {
        private final LogTap tap;

        Run(String logger) {
            tap = new LogTap(Leaks.of(Path.of("src", "test", "java")), logger);
        }

        @Override
        public void close() {
            check(tap);
        }
    }
}
