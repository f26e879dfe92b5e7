package dev.jeton.testkit.conformance;

import dev.jeton.compat.Predecessor;
import dev.jeton.failure.SettingsException;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sets Jeton up as a case says. */
final class Libraries {
    private Libraries() {}

    /** Jeton for this case; RefusedException when it will not start with these settings. */
    static Library of(ConformanceCase wanted, Keys keys, Clock clock) {
        Callbacks callbacks = new Callbacks(wanted.hooks(), keys);
        Map<String, @Nullable Object> settings = settings(wanted, keys);
        try {
            return switch (wanted.preset()) {
                case FLASK ->
                    new CompatLibrary(Predecessor.FLASK_JWT_EXTENDED, settings, callbacks, clock);
                case QUART ->
                    new CompatLibrary(Predecessor.QUART_JWT_EXTENDED, settings, callbacks, clock);
                case FASTJWT -> new CompatLibrary(Predecessor.FASTJWT, settings, callbacks, clock);
                case JETON -> new CoreLibrary(settings, callbacks, clock);
            };
        } catch (SettingsException e) {
            throw new CaseRunner.RefusedException(String.join("; ", e.problems()), e);
        }
    }

    /** The settings in Java's own values, the names of key pairs replaced by PEM text. */
    private static Map<String, @Nullable Object> settings(ConformanceCase wanted, Keys keys) {
        Map<String, @Nullable Object> settings =
                new LinkedHashMap<>(Json.plainObject(wanted.settings()));
        settings.replaceAll((name, value) -> {
            if (value instanceof String text && text.startsWith("@")) {
                return name.contains("PUBLIC") ? keys.verifying(text) : keys.signing(text);
            }
            return value;
        });
        return settings;
    }
}
