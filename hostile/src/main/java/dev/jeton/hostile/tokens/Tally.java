package dev.jeton.hostile.tokens;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was seen: of each rule, how often it was the first by which Jeton refused what a peer accepted. */
final class Tally {
    private final Map<TokenRule, Map<String, Long>> differences = new EnumMap<>(TokenRule.class);
    private final Map<TokenRule, Long> tokens = new EnumMap<>(TokenRule.class);
    private final Map<String, Long> strictness = new LinkedHashMap<>();
    private long all;
    private long accepted;
    private long agreed;

    void count(boolean acceptedByJeton, boolean agree) {
        all++;
        accepted += acceptedByJeton ? 1 : 0;
        agreed += agree ? 1 : 0;
    }

    void difference(TokenRule rule, Iterable<String> peers) {
        tokens.merge(rule, 1L, Long::sum);
        peers.forEach(peer -> differences
                .computeIfAbsent(rule, r -> new LinkedHashMap<>())
                .merge(peer, 1L, Long::sum));
    }

    /** This peer refuses what Jeton and another peer accept. */
    void stricter(String peer) {
        strictness.merge(peer, 1L, Long::sum);
    }

    long all() {
        return all;
    }

    long accepted() {
        return accepted;
    }

    /** By rule, how many tokens. */
    Map<TokenRule, Long> byRule() {
        return tokens;
    }

    /** By rule and peer, how many tokens the peer accepted. */
    long accepted(TokenRule rule, String peer) {
        return differences.getOrDefault(rule, Map.of()).getOrDefault(peer, 0L);
    }

    /** As the table of docs/security/differences.md has it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("%d tokens: Jeton accepts %d, all agree about %d%n"
                .formatted(all, accepted, agreed));
        tokens.keySet().forEach(rule -> {
            text.append("| `").append(rule).append("` |");
            Peers.NAMES.forEach(peer -> text.append(" %,d |".formatted(accepted(rule, peer))));
            text.append(System.lineSeparator());
        });
        return text.append("accepted by Jeton and another, refused by: ")
                .append(strictness)
                .toString();
    }
}
