package dev.jeton.hostile.tokens;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What was seen: of each rule, how often it was the first by which Jeton refused what a peer accepted. */
final class Tally {
    private final Map<TokenRule, Map<String, Long>> differences = new EnumMap<>(TokenRule.class);
    private final Map<TokenRule, Long> tokens = new EnumMap<>(TokenRule.class);
    private final Map<PeerRule, Map<String, Long>> strictness = new EnumMap<>(PeerRule.class);
    private long all;
    private long alone;
    private long unexplained;
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

    /** This peer refuses what Jeton accepts, for these reasons. */
    void stricter(Set<PeerRule> rules, String peer) {
        if (rules.isEmpty()) {
            unexplained++;
            return;
        }
        strictness
                .computeIfAbsent(rules.iterator().next(), r -> new LinkedHashMap<>())
                .merge(peer, 1L, Long::sum);
    }

    /** Whether all peers refuse what Jeton accepts, each for a reason that another of them does not know. */
    void alone(boolean isAlone) {
        alone += isAlone ? 1 : 0;
    }

    long all() {
        return all;
    }

    long accepted() {
        return accepted;
    }

    /** How often a peer refused what Jeton accepts, and no rule says why. */
    long unexplained() {
        return unexplained;
    }

    /** By rule, how many tokens. */
    Map<TokenRule, Long> byRule() {
        return tokens;
    }

    /** By rule and peer, how many tokens the peer accepted. */
    long accepted(TokenRule rule, String peer) {
        return differences.getOrDefault(rule, Map.of()).getOrDefault(peer, 0L);
    }

    /** By rule and peer, how many tokens the peer refused. */
    long refused(PeerRule rule, String peer) {
        return strictness.getOrDefault(rule, Map.of()).getOrDefault(peer, 0L);
    }

    /** As the tables of docs/security/differences.md has them. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("%d tokens: Jeton accepts %d, all agree about %d%n"
                .formatted(all, accepted, agreed));
        for (TokenRule rule : TokenRule.values()) {
            row(text, rule, peer -> accepted(rule, peer));
        }
        text.append("accepted by Jeton and refused by another: %d by all others, %d by no rule%n"
                .formatted(alone, unexplained));
        for (PeerRule rule : PeerRule.values()) {
            row(text, rule, peer -> refused(rule, peer));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Enum<?> rule, ToLongFunction<String> count) {
        text.append("| `").append(rule).append("` |");
        Peers.NAMES.forEach(peer -> text.append(" %,d |".formatted(count.applyAsLong(peer))));
        text.append(System.lineSeparator());
    }
}
