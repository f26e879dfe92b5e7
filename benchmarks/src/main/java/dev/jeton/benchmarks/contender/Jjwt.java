package dev.jeton.benchmarks.contender;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;

import java.time.Instant;
import java.util.Date;

/** jjwt, with its Jackson module. */
final class Jjwt implements Contender {
    @Override
    public Verification verification(Fixture fixture) {
        JwtParserBuilder builder = Jwts.parser();
        JwtParser parser = (fixture.isHmac()
                        ? builder.verifyWith(fixture.secretKey())
                        : builder.verifyWith(fixture.pair().getPublic()))
                .requireIssuer(Fixture.ISSUER)
                .requireAudience(Fixture.AUDIENCE)
                .require("type", "access")
                .build();
        return (token, out) -> {
            Claims claims = parser.parseSignedClaims(token).getPayload();
            out.consume(claims.getSubject());
            out.consume(claims.getId());
            out.consume(claims.get("fresh", Boolean.class));
        };
    }

    @Override
    public Signing signing(Fixture fixture) {
        return subject -> signed(fixture, claims(subject, fixture)).compact();
    }

    private static JwtBuilder claims(String subject, Fixture fixture) {
        Instant now = Instant.now();
        return Jwts.builder()
                .header()
                .keyId(Fixture.KID)
                .and()
                .issuer(Fixture.ISSUER)
                .audience()
                .add(Fixture.AUDIENCE)
                .and()
                .subject(subject)
                .id(fixture.newId())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(Fixture.LIFE)))
                .claim("type", "access")
                .claim("csrf", fixture.newId())
                .claim("fresh", false);
    }

    private static JwtBuilder signed(Fixture fixture, JwtBuilder token) {
        return switch (fixture.algorithm()) {
            case HS256 -> token.signWith(fixture.secretKey(), Jwts.SIG.HS256);
            case RS256 -> token.signWith(fixture.pair().getPrivate(), Jwts.SIG.RS256);
            case ES256 -> token.signWith(fixture.pair().getPrivate(), Jwts.SIG.ES256);
            default -> token.signWith(fixture.pair().getPrivate(), Jwts.SIG.EdDSA);
        };
    }
}
