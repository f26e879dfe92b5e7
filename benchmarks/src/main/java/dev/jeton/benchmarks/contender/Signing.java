package dev.jeton.benchmarks.contender;

/** Issues an access token of this subject: a new {@code jti}, the time of day, and the fixture's other claims. */
@FunctionalInterface
public interface Signing {
    String sign(String subject) throws Exception;
}
