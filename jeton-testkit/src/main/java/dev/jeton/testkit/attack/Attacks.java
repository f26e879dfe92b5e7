package dev.jeton.testkit.attack;

import dev.jeton.testkit.attack.HostileToken.Route;
import dev.jeton.testkit.attack.HostileToken.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The tokens collected so far. */
final class Attacks {
    private final List<HostileToken> tokens = new ArrayList<>();

    void refused(String row, String label, Supplier<String> token) {
        add(row, label, Route.ACCESS, Verdict.INVALID, token);
    }

    void accepted(String row, String label, Supplier<String> token) {
        add(row, label, Route.ACCESS, Verdict.ACCEPTED, token);
    }

    void add(String row, String label, Route route, Verdict verdict, Supplier<String> token) {
        tokens.add(new HostileToken(row, label, route, verdict, token));
    }

    List<HostileToken> all() {
        return List.copyOf(tokens);
    }
}
