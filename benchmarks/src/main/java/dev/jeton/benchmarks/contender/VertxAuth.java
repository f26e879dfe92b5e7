package dev.jeton.benchmarks.contender;

import static dev.jeton.benchmarks.contender.Verification.require;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;

/** Vert.x' {@code JWTAuth}, which answers at once. It leaves {@code type} to the application. */
final class VertxAuth implements Contender {
    @Override
    public Verification verification(Fixture fixture) {
        JWTAuth auth = auth(fixture);
        return (token, out) -> {
            Future<User> answer = auth.authenticate(new TokenCredentials(token));
            require(answer.succeeded());
            User user = answer.result();
            JsonObject claims = user.attributes().getJsonObject("accessToken");
            require("access".equals(claims.getString("type")));
            out.consume(user.subject());
            out.consume(claims.getString("jti"));
            out.consume(claims.getBoolean("fresh"));
        };
    }

    @Override
    public Signing signing(Fixture fixture) {
        JWTAuth auth = auth(fixture);
        JWTOptions options = new JWTOptions()
                .setAlgorithm(fixture.algorithm().jwsName())
                .setHeader(new JsonObject().put("kid", Fixture.KID))
                .setIssuer(Fixture.ISSUER)
                .setExpiresInSeconds((int) Fixture.LIFE.toSeconds());
        return subject -> auth.generateToken(
                new JsonObject()
                        .put("aud", Fixture.AUDIENCE)
                        .put("sub", subject)
                        .put("jti", fixture.newId())
                        .put("type", "access")
                        .put("csrf", fixture.newId())
                        .put("fresh", false),
                options);
    }

    private static JWTAuth auth(Fixture fixture) {
        return JWTAuth.create(
                Vertx.vertx(),
                new JWTAuthOptions()
                        .addJwk(new JsonObject(NimbusKeys.jwk(fixture).toJSONString()))
                        .setJWTOptions(new JWTOptions()
                                .setIssuer(Fixture.ISSUER)
                                .addAudience(Fixture.AUDIENCE)));
    }
}
