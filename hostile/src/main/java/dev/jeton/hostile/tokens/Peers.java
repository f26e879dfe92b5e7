package dev.jeton.hostile.tokens;

import dev.jeton.jose.JwsAlgorithm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The peers for one algorithm, set up as their manuals do, all to check the same claims at the same time. */
final class Peers {
    /** Jeton's default, in seconds. */
    static final int SKEW = 10;

    static final List<String> NAMES = List.of("Nimbus", "jose4j", "jjwt");

    private Peers() {}

    /** By name. Nimbus' processor has no Ed25519 of the JDK's. */
    static Map<String, Peer> of(Suite suite) {
        Map<String, Peer> peers = new LinkedHashMap<>();
        if (suite.algorithm() != JwsAlgorithm.EDDSA) {
            peers.put("Nimbus", new NimbusPeer(suite));
        }
        peers.put("jose4j", new Jose4jPeer(suite));
        peers.put("jjwt", new JjwtPeer(suite));
        return peers;
    }
}
