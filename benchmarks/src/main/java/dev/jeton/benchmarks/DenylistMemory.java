package dev.jeton.benchmarks;

import dev.jeton.session.InMemoryDenylist;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Prints the heap that an entry of the in-memory denylist takes, by the number of entries: lines of {@code entries bytes}. */
public final class DenylistMemory {
    private static final int COLLECTIONS = 3;

    private DenylistMemory() {}

    public static void main(String[] args) {
        List<Integer> sizes = args.length == 0
                ? List.of(1_000, 100_000, 1_000_000, 10_000_000)
                : List.of(args).stream().map(Integer::valueOf).toList();
        FullDenylist.of(1_000); // Classes are loaded, once.
        for (int entries : sizes) {
            long before = used();
            InMemoryDenylist denylist = FullDenylist.of(entries);
            long bytes = (used() - before) / entries;
            System.out.println(entries + " " + bytes);
            java.lang.ref.Reference.reachabilityFence(denylist);
        }
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
