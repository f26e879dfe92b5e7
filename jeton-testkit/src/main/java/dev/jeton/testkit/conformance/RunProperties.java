package dev.jeton.testkit.conformance;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a run is told by system properties. Relative paths start from {@code jeton.conformance.base}, which a build with
 * several modules sets to the folder it was started in, for each module's tests run in the module's own.
 *
 * @param cases the folder of cases; empty for the bundled ones
 * @param report the file that gets a line a case
 */
record RunProperties(Optional<Path> cases, Optional<Path> report) {

    static RunProperties of(Properties properties) {
        Path base = Path.of(properties.getProperty("jeton.conformance.base", ""));
        return new RunProperties(path(properties, "cases", base), path(properties, "report", base));
    }

    private static Optional<Path> path(Properties properties, String name, Path base) {
        String value = properties.getProperty("jeton.conformance." + name, "");
        return value.isBlank() ? Optional.empty() : Optional.of(base.resolve(value));
    }
}
