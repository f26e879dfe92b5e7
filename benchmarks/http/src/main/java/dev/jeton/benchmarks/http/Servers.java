package dev.jeton.benchmarks.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A JVM for each variant of a site, so that none is compiled for what another one does. */
final class Servers implements AutoCloseable {
    private final Map<Variant, ServerProcess> processes = new LinkedHashMap<>();

    Servers(Site site) throws IOException {
        int variants = 1;
        for (int i = 0; i < variants; i++) {
            ServerProcess process = new ServerProcess(site);
            processes.put(process.variants().get(i), process);
            variants = process.variants().size();
        }
    }

    List<Variant> variants() {
        return List.copyOf(processes.keySet());
    }

    /** The processor time that the variant's JVM has had so far. */
    double cpuSeconds(Variant variant) throws IOException {
        return Objects.requireNonNull(processes.get(variant)).cpuSeconds();
    }

    @Override
    public void close() {
        processes.values().forEach(ServerProcess::close);
    }
}
