package dev.jeton.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures sites one after the other: {@code Compare FILE WARM_UP_SECONDS FORKS ROUNDS SECONDS [SITE…]}. Each variant has a JVM of its
 * own and is warmed up, then all take turns, in the other direction every second round. That is done FORKS times, with new JVMs,
 * for how well a JVM compiles what it runs is a matter of luck too. The table goes to the file.
 */
public final class Compare {
    private static final int FIRST_SITE = 5;

    private Compare() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        int warmUp = Integer.parseInt(args[1]);
        int forks = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        int seconds = Integer.parseInt(args[4]);
        List<Site> sites = args.length == FIRST_SITE
                ? List.of(Site.values())
                : Stream.of(args).skip(FIRST_SITE).map(Site::named).toList();
        StringBuilder table = new StringBuilder(Rounds.heading());
        for (Site site : sites) {
            Rounds measured = new Rounds(site);
            for (int fork = 0; fork < forks; fork++) {
                try (Servers servers = new Servers(site)) {
                    for (Variant variant : servers.variants()) {
                        Wrk.run(variant, warmUp);
                    }
                    measure(servers, rounds, seconds, measured);
                }
            }
            table.append(measured.rows());
        }
        Files.writeString(file, table);
        System.out.print(table);
    }

    private static void measure(Servers servers, int rounds, int seconds, Rounds measured)
            throws IOException, InterruptedException {
        List<Variant> order = new ArrayList<>(servers.variants());
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : order) {
                double before = servers.cpuSeconds(variant);
                Wrk.Load load = Wrk.run(variant, seconds);
                measured.add(variant, load, servers.cpuSeconds(variant) - before);
            }
            Collections.reverse(order);
        }
    }
}
