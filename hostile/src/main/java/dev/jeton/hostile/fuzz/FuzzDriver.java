package dev.jeton.hostile.fuzz;

import org.jspecify.annotations.Nullable;

/** What Jazzer calls: {@code --target_class} is this, {@code --target_args} the name of a target. */
public final class FuzzDriver {
    private static final Meter METER = Meter.amongHooks();
    private static @Nullable Target<?> target;

    private FuzzDriver() {}

    /** Chooses the target. */
    public static void fuzzerInitialize(String[] arguments) {
        target = Targets.named(arguments[0]);
    }

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        METER.run(java.util.Objects.requireNonNull(target), input);
    }
}
