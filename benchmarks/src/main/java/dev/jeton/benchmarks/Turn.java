package dev.jeton.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.List;

/** Which comes next; each thread goes round by itself. */
@State(Scope.Thread)
public class Turn {
    private int next;

    /** One of the list after the other; its size is a power of two. */
    <T> T of(List<T> all) {
        return all.get(next++ & all.size() - 1);
    }
}
