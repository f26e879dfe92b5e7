package dev.jeton.benchmarks.contender;

import static dev.jeton.benchmarks.contender.Verification.require;

import dev.jeton.Jeton;
import dev.jeton.jwt.JwtVerifier;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;

/** Jeton, every signature verified. */
final class JetonContender implements Contender {
    @Override
    public Verification verification(Fixture fixture) {
        JwtVerifier verifier = fixture.builder().build().verifier();
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
        Jeton jeton = fixture.builder().build();
        return jeton::createAccessToken;
    }
}
