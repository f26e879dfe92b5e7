package dev.jeton.hostile.tokens;

import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** jose4j: its consumer with one key and one permitted algorithm. It leaves {@code type} to the application. */
final class Jose4jPeer implements Peer {
    private final JwtConsumer consumer;

    Jose4jPeer(Suite suite) {
        this.consumer = new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setRequireJwtId()
                .setExpectedIssuer(Draft.ISSUER)
                .setExpectedAudience(Draft.AUDIENCE)
                .setEvaluationTime(NumericDate.fromSeconds(Draft.NOW))
                .setAllowedClockSkewInSeconds(Peers.SKEW)
                .setVerificationKey(suite.verificationKey())
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, suite.algorithm().jwsName())
                .build();
    }

    @Override
    public @Nullable Owner accept(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            return "access".equals(claims.getStringClaimValue("type"))
                    ? new Owner(claims.getSubject(), claims.getJwtId())
                    : null;
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException refused) {
            return null;
        }
    }
}
