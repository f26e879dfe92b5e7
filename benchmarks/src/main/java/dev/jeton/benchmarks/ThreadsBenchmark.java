package dev.jeton.benchmarks;

/**
 * {@link VerifyBenchmark} under a name of its own, for runs with several threads ({@code -t 2}); {@code -jvmArgs
 * -Djmh.executor=VIRTUAL} makes them virtual ones.
 */
public class ThreadsBenchmark extends VerifyBenchmark {}
