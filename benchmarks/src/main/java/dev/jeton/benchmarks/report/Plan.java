package dev.jeton.benchmarks.report;

import dev.jeton.benchmarks.CookieBenchmark;
import dev.jeton.benchmarks.DenylistBenchmark;
import dev.jeton.benchmarks.KeyRingBenchmark;
import dev.jeton.benchmarks.RefusalBenchmark;
import dev.jeton.benchmarks.RequestBenchmark;
import dev.jeton.benchmarks.SignBenchmark;
import dev.jeton.benchmarks.ThreadsBenchmark;
import dev.jeton.benchmarks.TokenSizeBenchmark;
import dev.jeton.benchmarks.VerifyBenchmark;
import dev.jeton.benchmarks.contender.Contenders;
import dev.jeton.jose.JwsAlgorithm;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of the report: which benchmarks run, with which parameters, for how long. One fork each; every part takes one to three minutes. */
enum Plan {
    VERIFY {
        @Override
        List<ChainedOptionsBuilder> runs() {
            return List.of(contenders(VerifyBenchmark.class, JwsAlgorithm.HS256));
        }
    },
    VERIFY_PAIRS {
        @Override
        List<ChainedOptionsBuilder> runs() {
            return pairs(VerifyBenchmark.class);
        }
    },
    SIGN {
        @Override
        List<ChainedOptionsBuilder> runs() {
            return List.of(contenders(SignBenchmark.class, JwsAlgorithm.HS256));
        }
    },
    SIGN_PAIRS {
        @Override
        List<ChainedOptionsBuilder> runs() {
            return pairs(SignBenchmark.class);
        }
    },
    /** Jeton and the contenders that come next to it. */
    THREADS {
        @Override
        List<ChainedOptionsBuilder> runs() {
            return Stream.of(1, 2)
                    .map(threads -> run(ThreadsBenchmark.class, 2, 2)
                            .param("library", "jeton", "java-jwt", "fusionauth", "vertx")
                            .threads(threads))
                    .toList();
        }
    },
    REQUESTS {
        @Override
        List<ChainedOptionsBuilder> runs() {
            return List.of(
                    run(RequestBenchmark.class, 3, 2),
                    run(CookieBenchmark.class, 3, 2),
                    run(RefusalBenchmark.class, 3, 1)
                            .param("library", "jeton", "java-jwt", "fusionauth"));
        }
    },
    GROWTH {
        @Override
        List<ChainedOptionsBuilder> runs() {
            List<ChainedOptionsBuilder> runs = new ArrayList<>();
            runs.add(run(TokenSizeBenchmark.class, 3, 1)
                    .param("library", "jeton", "java-jwt", "mac"));
            runs.add(run(KeyRingBenchmark.class, 3, 2));
            runs.add(run(DenylistBenchmark.class, 3, 2).jvmArgsAppend("-Xmx4g"));
            for (int threads : new int[] {1, 2, 4, 8}) {
                if (threads > 2) {
                    runs.add(jeton().threads(threads));
                }
                if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
                    runs.add(jeton().threads(threads).jvmArgsAppend(VIRTUAL, CARRIERS + threads));
                }
            }
            return runs;
        }

        private ChainedOptionsBuilder jeton() {
            return run(ThreadsBenchmark.class, 2, 2).param("library", "jeton");
        }
    };

    /** Has JMH run its threads as virtual ones. */
    static final String VIRTUAL = "-Djmh.executor=VIRTUAL";

    /** One for each: JMH's loops do not give way, so one that waits for a carrier would wait for ever. */
    private static final String CARRIERS = "-Djdk.virtualThreadScheduler.parallelism=";

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
    private static final List<JwsAlgorithm> PAIRS =
            List.of(JwsAlgorithm.RS256, JwsAlgorithm.ES256, JwsAlgorithm.EDDSA);

    abstract List<ChainedOptionsBuilder> runs();

    static Plan named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }

    private static List<ChainedOptionsBuilder> pairs(Class<?> benchmark) {
        return PAIRS.stream()
                .map(algorithm -> contenders(benchmark, algorithm)
                        .warmupIterations(2)
                        .measurementIterations(1))
                .toList();
    }

    private static ChainedOptionsBuilder contenders(Class<?> benchmark, JwsAlgorithm algorithm) {
        return run(benchmark, 3, 2)
                .param("algorithm", algorithm.jwsName())
                .param(
                        "library",
                        Contenders.namesWith(algorithm).stream()
                                .filter(library -> benchmark == VerifyBenchmark.class
                                        || !library.equals("jeton-memory"))
                                .toArray(String[]::new));
    }

    private static ChainedOptionsBuilder run(Class<?> benchmark, int warmups, int measurements) {
        return new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .forks(1)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(measurements)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
    }
}
