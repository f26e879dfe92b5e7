package dev.jeton.benchmarks.contender;

import static dev.jeton.benchmarks.contender.Verification.require;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;

import dev.jeton.jose.JwsAlgorithm;

import io.micronaut.context.ApplicationContext;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.ec.ECSignatureGenerator;
import io.micronaut.security.token.jwt.signature.ec.ECSignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.rsa.RSASignatureGenerator;
import io.micronaut.security.token.jwt.signature.rsa.RSASignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Micronaut Security's validator bean, over Nimbus. It leaves {@code type} to the application. */
final class Micronaut implements Contender {
    @Override
    public Set<JwsAlgorithm> algorithms() {
        return Set.of(JwsAlgorithm.HS256, JwsAlgorithm.RS256, JwsAlgorithm.ES256);
    }

    @Override
    public Verification verification(Fixture fixture) {
        JsonWebTokenValidator<JWT, ?> validator = validator(fixture);
        return (token, out) -> {
            JWTClaimsSet claims = validator.validate(token, null).orElseThrow().getJWTClaimsSet();
            require("access".equals(claims.getStringClaim("type")));
            out.consume(claims.getSubject());
            out.consume(claims.getJWTID());
            out.consume(claims.getBooleanClaim("fresh"));
        };
    }

    @SuppressWarnings("unchecked") // The container knows beans by their raw class.
    private static JsonWebTokenValidator<JWT, ?> validator(Fixture fixture) {
        ApplicationContext context = ApplicationContext.builder()
                .properties(Map.of(
                        "micronaut.security.token.jwt.claims-validators.issuer", Fixture.ISSUER,
                        "micronaut.security.token.jwt.claims-validators.audience",
                                Fixture.AUDIENCE))
                .singletons(signature(fixture))
                .start();
        return context.getBean(JsonWebTokenValidator.class);
    }

    @Override
    public Signing signing(Fixture fixture) {
        SignatureGeneratorConfiguration generator = signature(fixture);
        return subject -> generator.sign(Nimbus.claims(subject, fixture)).serialize();
    }

    private static SignatureGeneratorConfiguration signature(Fixture fixture) {
        return switch (fixture.algorithm()) {
            case HS256 -> secret(fixture);
            case RS256 -> new RSASignatureGenerator(new RsaPair(fixture.pair()));
            default -> new ECSignatureGenerator(new EcPair(fixture.pair()));
        };
    }

    private static SecretSignature secret(Fixture fixture) {
        SecretSignatureConfiguration configuration = new SecretSignatureConfiguration("shop");
        configuration.setJwsAlgorithm(JWSAlgorithm.HS256);
        configuration.setSecret(Base64.getEncoder().encodeToString(fixture.secret()));
        configuration.setBase64(true);
        return new SecretSignature(configuration);
    }

    private record RsaPair(KeyPair pair) implements RSASignatureGeneratorConfiguration {
        @Override
        public RSAPublicKey getPublicKey() {
            return (RSAPublicKey) pair.getPublic();
        }

        @Override
        public RSAPrivateKey getPrivateKey() {
            return (RSAPrivateKey) pair.getPrivate();
        }

        @Override
        public JWSAlgorithm getJwsAlgorithm() {
            return JWSAlgorithm.RS256;
        }
    }

    private record EcPair(KeyPair pair) implements ECSignatureGeneratorConfiguration {
        @Override
        public ECPublicKey getPublicKey() {
            return (ECPublicKey) pair.getPublic();
        }

        @Override
        public ECPrivateKey getPrivateKey() {
            return (ECPrivateKey) pair.getPrivate();
        }

        @Override
        public JWSAlgorithm getJwsAlgorithm() {
            return JWSAlgorithm.ES256;
        }
    }
}
