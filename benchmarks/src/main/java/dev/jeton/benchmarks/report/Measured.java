package dev.jeton.benchmarks.report;

import java.util.Map;

/**
 * One figure.
 *
 * @param jdk the feature release
 * @param benchmark class and method, such as {@code VerifyBenchmark.verify}
 * @param nanos the time of one operation
 * @param bytes what one operation allocates
 */
record Measured(
        int jdk,
        String benchmark,
        Map<String, String> parameters,
        int threads,
        boolean virtual,
        double nanos,
        double bytes) {
    String library() {
        return parameters.getOrDefault("library", "jeton");
    }

    boolean is(String name, String value) {
        return value.equals(parameters.get(name));
    }
}
