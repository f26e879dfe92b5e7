package dev.jeton.benchmarks.contender;

import static dev.jeton.benchmarks.contender.Verification.require;

import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

import java.util.Set;

/** Jeton in the ways in which it can be set up. */
enum JetonContender implements Contender {
    /** Every signature is verified, as if each token came for the first time. */
    FORGETFUL {
        @Override
        JetonBuilder builder(Fixture fixture) {
            return fixture.builder().verifiedTokenMemory(0);
        }
    },
    /** What it has verified before it remembers: with HMAC because it is told to, else without being told. */
    REMEMBERING {
        @Override
        JetonBuilder builder(Fixture fixture) {
            return fixture.builder().rememberHmacTokens(true);
        }
    },
    /** Every signature is verified, by Bouncy Castle. */
    BOUNCY_CASTLE {
        @Override
        JetonBuilder builder(Fixture fixture) {
            JwsKey key = fixture.key().withProvider(new BouncyCastleProvider());
            return Fixture.builder(KeyRing.of(key)).verifiedTokenMemory(0);
        }
    };

    private static final Set<JwsAlgorithm> PAIRS =
            Set.of(JwsAlgorithm.RS256, JwsAlgorithm.ES256, JwsAlgorithm.EDDSA);

    abstract JetonBuilder builder(Fixture fixture);

    @Override
    public Set<JwsAlgorithm> algorithms() {
        return this != BOUNCY_CASTLE ? Contender.super.algorithms() : PAIRS;
    }

    @Override
    public Verification verification(Fixture fixture) {
        JwtVerifier verifier = builder(fixture).build().verifier();
        return (token, out) -> {
            VerifiedJwt jwt = verifier.verify(token);
            require(jwt.type() == TokenType.ACCESS);
            out.consume(jwt.subject());
            out.consume(jwt.id());
            out.consume(jwt.claims().get("fresh"));
        };
    }

    @Override
    public Signing signing(Fixture fixture) {
        Jeton jeton = builder(fixture).build();
        return jeton::createAccessToken;
    }
}
