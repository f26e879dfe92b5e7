package dev.jeton.benchmarks.contender;

import dev.jeton.jose.JwsAlgorithm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contenders by the names that the benchmarks call them. */
public final class Contenders {
    private static final Map<String, Contender> ALL = all();

    private Contenders() {}

    private static Map<String, Contender> all() {
        Map<String, Contender> all = new LinkedHashMap<>();
        all.put("jeton", JetonContender.FORGETFUL);
        all.put("jeton-memory", JetonContender.REMEMBERING);
        all.put("jeton-bc", JetonContender.BOUNCY_CASTLE);
        all.put("java-jwt", new JavaJwt());
        all.put("fusionauth", new FusionAuth());
        all.put("vertx", new VertxAuth());
        all.put("nimbus", new Nimbus());
        all.put("spring", new SpringSecurity());
        all.put("jjwt", new Jjwt());
        all.put("jose4j", new Jose4j());
        all.put("micronaut", new Micronaut());
        all.put("smallrye", new SmallRye());
        all.put("mac", new BareCryptography());
        return all;
    }

    /** All names. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The names of those that have this algorithm. */
    public static List<String> namesWith(JwsAlgorithm algorithm) {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().algorithms().contains(algorithm))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The contender of this name, if it has the algorithm.
     * @throws IllegalArgumentException otherwise, with the names of those that do */
    public static Contender named(String library, JwsAlgorithm algorithm) {
        Contender contender = ALL.get(library);
        if (contender == null || !contender.algorithms().contains(algorithm)) {
            throw new IllegalArgumentException(library + " has no " + algorithm.jwsName()
                    + ": run with -p library=" + String.join(",", namesWith(algorithm)));
        }
        return contender;
    }
}
