package dev.jeton.testkit.conformance;

import java.util.Locale;

/** The systems whose behaviour the cases record. */
enum Preset {
    FLASK,
    QUART,
    FASTJWT,
    JETON;

    static Preset named(String name) {
        for (Preset preset : values()) {
            if (preset.label().equals(name)) {
                return preset;
            }
        }
        throw new NotUnderstoodException("unknown preset \"" + name + "\"");
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
