package dev.jeton.testkit.attack;

import dev.jeton.JetonBuilder;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;
import dev.jeton.session.InMemoryDenylist;
import dev.jeton.testkit.attack.HostileToken.Route;

import java.time.Instant;
import java.util.List;

/**
 * The tokens of the attack catalogue, aimed at one application: it has keys for HS256, RS256 (two), PS256, ES256 and
 * EdDSA, an issuer, an audience and a denylist. {@link #settle} gives them to a {@link JetonBuilder}, whose clock must stand at the
 * time that the tokens are aimed at.
 *
 * <pre>{@code
 * HostileTokens hostile = HostileTokens.at(clock.instant());
 * Jeton jeton = hostile.settle(Jeton.builder().clock(clock)).build();
 * for (HostileToken attack : hostile.all()) ... // send attack.token(), expect attack.verdict()
 * }</pre>
 */
public final class HostileTokens {
    /** A text in the payload of every token here. It must never be seen in a log, an exception or an answer. */
    public static final String CANARY = "canary-3f9d41c07be2";

    private final Target target;
    private final List<HostileToken> all;

    private HostileTokens(Target target) {
        this.target = target;
        Attacks attacks = new Attacks();
        new AlgorithmAttacks(target, attacks).collect();
        new SignatureAttacks(target, attacks).collect();
        new HeaderAttacks(target, attacks).collect();
        new KidAttacks(target, attacks).collect();
        new EncodingAttacks(target, attacks).collect();
        new JsonAttacks(target, attacks).collect();
        new ClaimAttacks(target, attacks).collect();
        new TypeAttacks(target, attacks).collect();
        new SizeAttacks(target, attacks).collect();
        this.all = attacks.all();
    }

    /** Tokens for an application whose clock stands at this time; keys are drawn anew. */
    public static HostileTokens at(Instant now) {
        return at(now, "https://attacker.example");
    }

    /** The same, with the address that {@code jku} and {@code x5u} name: that of a {@link ConnectionTrap}. */
    public static HostileTokens at(Instant now, String attacker) {
        return new HostileTokens(new Target(now, attacker));
    }

    /** Gives the application its keys, issuer, audience and a denylist, which makes a {@code jti} required. */
    public JetonBuilder settle(JetonBuilder builder) {
        JwsKey[] verifying = target.verifyingKeys().toArray(JwsKey[]::new);
        return builder.keys(KeySource.of(KeyRing.of(target.signingKey(), verifying)))
                .tokens(tokens -> tokens.issuer(Target.ISSUER).audience(Target.AUDIENCE))
                .denylist(new InMemoryDenylist());
    }

    /** All tokens, row by row. */
    public List<HostileToken> all() {
        return all;
    }

    /** The tokens of one row. */
    public List<HostileToken> of(String row) {
        return all.stream().filter(token -> token.row().equals(row)).toList();
    }

    /** A token that the application takes on this route. */
    public String good(Route route) {
        Claims claims = target.claims();
        return target.claiming(
                        switch (route) {
                            case ACCESS -> claims;
                            case REFRESH -> claims.text("type", "refresh").without("fresh");
                            case FRESH -> claims.with("fresh", "true");
                        })
                .compact();
    }

    /** A good access token of each algorithm that the application has a key for. */
    public List<String> goodOfEachAlgorithm() {
        return Target.ALGORITHMS.stream().map(alg -> target.good(alg).compact()).toList();
    }
}
