package dev.jeton.hostile.tokens;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Mutated tokens, one after the other, before Jeton and before its peers. */
final class Differential {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final List<Suite> suites;
    private final List<List<Mutation>> mutations = Mutation.groups();
    private final Map<Suite, Contest> contests = new HashMap<>();
    private final Tally tally = new Tally();

    Differential(long seed) {
        this.seed = seed;
        this.suites = Suite.weighted(seed);
        suites.forEach(suite -> contests.computeIfAbsent(suite, Contest::new));
    }

    /** Makes and judges so many.
     * @throws AssertionError for a finding, which tells the token */
    Tally run(long tokens) {
        for (long i = 0; i < tokens; i++) {
            Random random = new Random(seed ^ i * GOLDEN);
            Suite suite = Mutation.any(suites, random);
            Draft draft = new Draft(suite, random);
            Mutation.some(mutations, random).forEach(mutation -> mutation.spoil(draft));
            Objects.requireNonNull(contests.get(suite)).judge(draft.compact(), i);
        }
        return tally;
    }

    /** All libraries with one key. */
    private final class Contest {
        private final Peer jeton;
        private final Map<String, Peer> peers;
        private final RuleBook rules;

        Contest(Suite suite) {
            this.jeton = new JetonPeer(suite);
            this.peers = Peers.of(suite);
            this.rules = new RuleBook(suite.algorithm());
        }

        void judge(String token, long number) {
            Peer.Owner owner = jeton.accept(token);
            Map<String, Peer.Owner> others = new HashMap<>();
            peers.forEach((name, peer) -> {
                Peer.Owner other = peer.accept(token);
                if (other != null) {
                    others.put(name, other);
                }
            });
            String about = "seed " + seed + ", token " + number + ": " + token;
            if (owner != null) {
                judgeAccepted(owner, others, token, about);
            } else if (!others.isEmpty()) {
                judgeRefused(others, token, about);
            }
            tally.count(owner != null, others.size() == (owner == null ? 0 : peers.size()));
        }

        private void judgeAccepted(
                Peer.Owner owner, Map<String, Peer.Owner> others, String token, String about) {
            require(rules.broken(token).isEmpty(), "Jeton accepts what breaks a rule", about);
            others.values()
                    .forEach(other ->
                            require(other.equals(owner), "Jeton reads another owner", about));
            Set<PeerRule> shared = EnumSet.allOf(PeerRule.class);
            boolean unexplained = false;
            for (String name : peers.keySet()) {
                Set<PeerRule> own = PeerRule.of(name, token);
                if (!others.containsKey(name)) {
                    tally.stricter(own, name);
                }
                shared.retainAll(own);
                unexplained |= own.isEmpty();
            }
            boolean alone = others.isEmpty();
            require(
                    !alone || shared.isEmpty() && !unexplained,
                    "Jeton accepts what all others refuse",
                    about);
            tally.alone(alone);
        }

        private void judgeRefused(Map<String, Peer.Owner> others, String token, String about) {
            Set<TokenRule> broken = rules.broken(token);
            require(
                    !broken.isEmpty(),
                    "Jeton refuses by no rule what " + others.keySet() + " accept",
                    about);
            List<String> names = new ArrayList<>(peers.keySet());
            names.retainAll(others.keySet());
            tally.difference(broken.iterator().next(), names);
        }

        private void require(boolean holds, String property, String about) {
            if (!holds) {
                throw new AssertionError(property + "; " + about);
            }
        }
    }
}
