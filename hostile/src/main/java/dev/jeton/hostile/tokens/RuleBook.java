package dev.jeton.hostile.tokens;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.jeton.hostile.json.Databind;
import dev.jeton.hostile.json.JsonComparison;
import dev.jeton.hostile.json.JsonRule;
import dev.jeton.jose.JwsAlgorithm;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The rules that a token breaks, told by its text alone and in another way than the verifier's; not whether it is signed. */
final class RuleBook {
    private static final int GREATEST_TOKEN = 8192;
    private static final int GREATEST_HEADER = 1024;
    private static final Set<JsonRule> OF_ENCODING =
            EnumSet.of(JsonRule.ENCODING, JsonRule.BYTE_ORDER_MARK, JsonRule.LONE_SURROGATE);
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JwsAlgorithm algorithm;
    private final int signatureBytes;

    RuleBook(JwsAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.signatureBytes = switch (algorithm) {
            case HS256 -> 32;
            case RS256 -> 256;
            default -> 64;
        };
    }

    /** In the order of the rules; what stands in a segment is not judged where it cannot be read strictly. */
    Set<TokenRule> broken(String token) {
        Set<TokenRule> broken = EnumSet.noneOf(TokenRule.class);
        if (token.length() > GREATEST_TOKEN) {
            broken.add(TokenRule.TOKEN_LENGTH);
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return broken; // nobody has accepted such a token: no rule excuses it
        }
        byte[] header = decoded(parts[0]);
        byte[] payload = decoded(parts[1]);
        byte[] signature = decoded(parts[2]);
        if (header == null || payload == null || signature == null) {
            broken.add(TokenRule.BASE64URL);
            return broken;
        }
        if (header.length > GREATEST_HEADER) {
            broken.add(TokenRule.HEADER_LENGTH);
        }
        if (signature.length != signatureBytes) {
            broken.add(TokenRule.SIGNATURE_FORM);
        }
        judge(broken, header, payload);
        return broken;
    }

    private void judge(Set<TokenRule> broken, byte[] header, byte[] payload) {
        Map<String, @Nullable Object> parameters = json(broken, header);
        if (parameters != null) {
            HeaderRules.judge(broken, parameters, algorithm);
        }
        Map<String, @Nullable Object> claims = json(broken, payload);
        if (claims != null) {
            ClaimRules.judge(broken, claims);
        }
    }

    private static byte @Nullable [] decoded(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            String again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return again.equals(part) ? bytes : null;
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    /** The members, or null when a rule of JSON is broken. */
    private static @Nullable Map<String, @Nullable Object> json(
            Set<TokenRule> broken, byte[] document) {
        Map<String, @Nullable Object> members = JsonComparison.jeton(document);
        if (members == null) {
            broken.add(ofJson(document));
        }
        return members;
    }

    private static TokenRule ofJson(byte[] document) {
        if (Databind.read(document) == null) {
            return isReadLeniently(document) ? TokenRule.JSON_DUPLICATE : TokenRule.JSON_GRAMMAR;
        }
        Set<JsonRule> rules = JsonRule.of(document);
        if (rules.contains(JsonRule.NOT_AN_OBJECT)) {
            return TokenRule.JSON_GRAMMAR;
        }
        return rules.stream().anyMatch(OF_ENCODING::contains)
                ? TokenRule.JSON_ENCODING
                : TokenRule.JSON_LIMIT;
    }

    /** Whether it is read where a member may stand twice and nothing else is allowed. */
    private static boolean isReadLeniently(byte[] document) {
        try {
            return !LENIENT.readTree(document).isMissingNode();
        } catch (IOException | NumberFormatException refused) { // the latter for huge exponents
            return false;
        }
    }
}
