package dev.jeton.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jeton.failure.SettingsException;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.internal.Json;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the Wycheproof project knows of faulty signature libraries. */
class WycheproofTest {
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, JwsKey> keys = new HashMap<>();

    /** The key that is tested in its place. */
    JwsKey used(JwsKey key) {
        return key;
    }

    @Test
    @DisplayName("The vectors are there")
    void vectorsAreThere() {
        String message = "NO WYCHEPROOF VECTORS WERE RUN: there is no folder " + Wycheproof.folder()
                + "; name another with -Dwycheproof.dir=…";
        if (!Wycheproof.isThere()) {
            System.out.println(message);
        }
        assumeTrue(Wycheproof.isThere(), message);
        assertThat(Wycheproof.files("*.json")).hasSizeGreaterThanOrEqualTo(29);
    }

    @TestFactory
    @DisplayName("Tokens under one key or a set of keys")
    Stream<DynamicNode> tokens() {
        return Wycheproof.files("json_web_*_test.json").stream()
                .map(file -> Wycheproof.tests(
                        file, (group, vector) -> vector.containsKey("jwe"), this::acceptsToken));
    }

    /** Whether the keys are read and one of them verifies the token; a JWE is a token like any other here. */
    private boolean acceptsToken(Map<String, Object> group, Map<String, Object> vector) {
        Map<String, Object> holder =
                Wycheproof.object(group, group.containsKey("public") ? "public" : "private");
        List<Map<String, Object>> jwks =
                holder.containsKey("keys") ? Wycheproof.objects(holder, "keys") : List.of(holder);
        Object token = vector.getOrDefault("jws", vector.get("jwe"));
        try {
            JwsKey[] keys = jwks.stream()
                    .map(WycheproofTest::text)
                    .map(JwsKey::ofJwk)
                    .map(this::used)
                    .toArray(JwsKey[]::new);
            Jws.verifier(keys).verify(token instanceof String compact ? compact : text(token));
            return true;
        } catch (SettingsException | TokenRejectedException e) {
            return false;
        }
    }

    private static String text(Object json) {
        @SuppressWarnings("unchecked")
        Map<String, Object> object = (Map<String, Object>) json;
        return new String(Json.write(object), StandardCharsets.UTF_8);
    }

    @TestFactory
    @DisplayName("HMAC tags")
    Stream<DynamicNode> hmac() {
        return Wycheproof.files("hmac_*_test.json").stream().map(file -> {
            JwsAlgorithm algorithm = JwsAlgorithm.valueOf("HS" + file.replaceAll("\\D", ""));
            return Wycheproof.tests(
                    file,
                    (group, vector) -> bytes(vector, "tag").length < algorithm.hashBytes(),
                    (group, vector) -> holds(
                            () -> used(JwsKey.ofSecret(algorithm, bytes(vector, "key"))),
                            vector,
                            "tag"));
        });
    }

    @TestFactory
    @DisplayName("ECDSA, RSA and Ed25519 signatures")
    Stream<DynamicNode> pairs() {
        return Stream.of("ecdsa_*_p1363_test.json", "rsa_*_test.json", "ed25519_test.json")
                .flatMap(glob -> Wycheproof.files(glob).stream())
                .map(file -> Wycheproof.tests(
                        file,
                        (group, vector) -> false,
                        (group, vector) ->
                                holds(() -> publicKey(algorithm(file), group), vector, "sig")));
    }

    private static JwsAlgorithm algorithm(String file) {
        if (file.startsWith("ed25519")) {
            return JwsAlgorithm.EDDSA;
        }
        String hash = file.replaceAll(".*sha(\\d{3}).*", "$1");
        String family = file.startsWith("ecdsa") ? "ES" : file.startsWith("rsa_pss") ? "PS" : "RS";
        return JwsAlgorithm.valueOf(family + hash);
    }

    private JwsKey publicKey(JwsAlgorithm algorithm, Map<String, Object> group) {
        return keys.computeIfAbsent(algorithm + " " + group.get("publicKeyDer"), name -> {
            try {
                String factory = switch (algorithm.family()) {
                    case EC -> "EC";
                    case ED25519 -> "Ed25519";
                    default -> "RSA";
                };
                X509EncodedKeySpec spec =
                        new X509EncodedKeySpec(HEX.parseHex((String) group.get("publicKeyDer")));
                return used(JwsKey.ofPublic(
                        algorithm, KeyFactory.getInstance(factory).generatePublic(spec)));
            } catch (GeneralSecurityException e) {
                throw new SettingsException("unreadable");
            }
        });
    }

    private interface KeyReader {
        JwsKey read();
    }

    private static boolean holds(KeyReader reader, Map<String, Object> vector, String signature) {
        byte[] message = bytes(vector, "msg");
        try {
            return reader.read().method().holds(message, message.length, bytes(vector, signature));
        } catch (SettingsException e) {
            return false;
        }
    }

    private static byte[] bytes(Map<String, Object> vector, String name) {
        return HEX.parseHex((String) vector.get(name));
    }
}
