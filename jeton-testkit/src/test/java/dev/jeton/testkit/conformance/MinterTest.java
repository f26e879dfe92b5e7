package dev.jeton.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class MinterTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00.900Z");
    private static final long SECOND = NOW.getEpochSecond();

    @Test
    @DisplayName("a minted token carries the stated claims and no others, and a plain header")
    void mintsClaims() {
        DecodedToken token =
                DecodedToken.of(mint("\"claims\": {\"sub\": \"a\", \"exp\": {\"<now>\": 60}}"));

        assertThat(Json.write(token.header())).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(Json.write(token.claims()))
                .isEqualTo("{\"sub\":\"a\",\"exp\":" + (SECOND + 60) + "}");
    }

    @Test
    @DisplayName(
            "a time is whole unless its offset has a fraction, and may stand anywhere in the claims")
    void mintsTimes() {
        DecodedToken token = DecodedToken.of(
                mint("\"claims\": {\"a\": [{\"<now>\": -1.5}], \"b\": {\"c\": {\"<now>\": 0}}}"));

        assertThat(Json.write(token.claims()))
                .isEqualTo("{\"a\":[" + (SECOND - 2) + ".5],\"b\":{\"c\":" + SECOND + "}}");
    }

    @Test
    @DisplayName("a header parameter is changed, added, or taken out by null")
    void changesTheHeader() {
        DecodedToken token = DecodedToken.of(
                mint("\"header\": {\"typ\": null, \"alg\": \"none\", \"kid\": 5}, \"claims\": {}"));

        assertThat(Json.write(token.header())).isEqualTo("{\"alg\":\"none\",\"kid\":5}");
    }

    @Test
    @DisplayName("a raw payload is signed as it stands, and a raw token is sent as it stands")
    void mintsRawText() {
        assertThat(mint("\"payload\": \"nothing\"").split("\\.")[1]).isEqualTo("bm90aGluZw");
        assertThat(minted("{\"raw\": \"not.a.jwt\"}")).isEqualTo("not.a.jwt");
    }

    @Test
    @DisplayName("alg none leaves the signature empty")
    void mintsUnsigned() {
        assertThat(minted("{\"alg\": \"none\", \"key\": \"\", \"claims\": {}}"))
                .isEqualTo("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30.");
    }

    @Test
    @DisplayName(
            "tampering changes the signature's first character, the payload, or empties the signature")
    void tampers() {
        String[] good = mint("\"claims\": {\"a\": 1}").split("\\.");
        String[] signature =
                mint("\"claims\": {\"a\": 1}, \"tamper\": \"signature\"").split("\\.");
        String[] payload =
                mint("\"claims\": {\"a\": 1}, \"tamper\": \"payload\"").split("\\.");
        String stripped = mint("\"claims\": {\"a\": 1}, \"tamper\": \"stripped\"");

        assertThat(signature[1]).isEqualTo(good[1]);
        assertThat(signature[2]).isNotEqualTo(good[2]).endsWith(good[2].substring(1));
        assertThat(payload[1]).isNotEqualTo(good[1]);
        assertThat(payload[2]).isEqualTo(good[2]);
        assertThat(stripped).isEqualTo(good[0] + "." + good[1] + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    @DisplayName("the pairs of keys.json sign")
    void signsWithPairs(String alg) {
        assertThat(minted("{\"alg\": \"%s\", \"key\": \"@other\", \"claims\": {}}".formatted(alg))
                        .split("\\.")[2])
                .hasSize(342);
    }

    @Test
    @DisplayName("a public half may serve as a secret")
    void signsWithAPublicHalf() {
        assertThat(minted("{\"alg\": \"HS256\", \"key\": \"@private.public\", \"claims\": {}}")
                        .split("\\.")[2])
                .hasSize(43);
        assertThat(minted("{\"alg\": \"ES256\", \"key\": \"@ec\", \"claims\": {}}")
                        .split("\\.")[2])
                .hasSize(86);
    }

    private static String mint(String members) {
        return minted("{\"alg\": \"HS256\", \"key\": \"secret\", " + members + "}");
    }

    private static String minted(String text) {
        return new Minter(CaseSource.of(Optional.empty()).keys(), NOW)
                .mint(MintParser.parse("t", Json.parse(text)));
    }
}
