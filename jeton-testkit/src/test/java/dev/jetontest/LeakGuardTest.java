package dev.jetontest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** LOG-01 can fail: runs of classes that log what they must not, under another logger than Jeton's. */
class LeakGuardTest {
    private static final String LOGGER = "proof.jeton";
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";

    /** Started by the tests below alone. */
    static class Leaking {
        @Test
        void logs() {
            Logger.getLogger(LOGGER + ".deep").log(Level.FINEST, () -> "refused " + TOKEN);
        }
    }

    static class LeakingInACause {
        @Test
        void logs() {
            Exception cause = new IllegalStateException("no such key: " + TOKEN);
            Logger.getLogger(LOGGER).log(Level.WARNING, "failed", new RuntimeException("x", cause));
        }
    }

    static class LeakingInAParameter {
        @Test
        void logs() {
            Logger.getLogger(LOGGER).log(Level.FINE, "refused {0}", TOKEN);
        }
    }

    static class Discreet {
        @Test
        void logs() {
            Logger.getLogger(LOGGER).log(Level.FINEST, "refused: signature_invalid");
        }
    }

    @Test
    @DisplayName(
            "LOG-01: a class that logs a token is failed, at whatever level and however deep it stands")
    void fails() {
        assertThat(failures(Leaking.class)).singleElement().asString().contains("FINEST");
        assertThat(failures(LeakingInACause.class)).hasSize(1);
        assertThat(failures(LeakingInAParameter.class)).hasSize(1);
        assertThat(failures(Leaking.class).get(0)).doesNotContain(TOKEN);
    }

    @Test
    @DisplayName("LOG-01: a class that logs reasons alone passes, also after one that failed")
    void passes() {
        assertThat(failures(Discreet.class)).isEmpty();
        assertThat(failures(Leaking.class, Discreet.class)).hasSize(1);
    }

    private static List<String> failures(Class<?>... classes) {
        List<String> failures = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(failure -> failures.add(failure.getMessage()));
            }
        };
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter(LeakGuard.LOGGER, LOGGER);
        for (Class<?> type : classes) {
            request.selectors(DiscoverySelectors.selectClass(type));
        }
        LauncherDiscoveryRequest built = request.build();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone).execute(built, listener);
        return failures;
    }
}
