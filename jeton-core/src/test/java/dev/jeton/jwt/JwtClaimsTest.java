package dev.jeton.jwt;

import static dev.jeton.jwt.JwtFixture.good;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JwtClaimsTest {
    private final JwtFixture fixture = new JwtFixture();

    /** What a verified token gives as {@code type} for a claim written as this JSON. */
    private <T> Optional<T> read(String json, Class<T> type) {
        return fixture.verifier().verify(fixture.signed("""
                        {"sub":"alice","type":"access","jti":"j","exp":1900000840,"claim":%s}""".formatted(json))).claim("claim", type);
    }

    @Test
    @DisplayName("A claim is had as what it is: text, boolean, array, object")
    void asItIs() {
        assertThat(read("\"text\"", String.class)).contains("text");
        assertThat(read("true", Boolean.class)).contains(true);
        assertThat(read("[1,[null]]", List.class).map(list -> list.size())).contains(2);
        assertThat(read("{\"a\":{\"b\":null}}", Map.class).map(map -> map.size()))
                .contains(1);
        assertThat(read("5", Object.class)).contains(5L);
        assertThat(read("5.5", Number.class)).contains(new BigDecimal("5.5"));
    }

    @Test
    @DisplayName("A claim of another kind, null and an absent claim are empty")
    void anotherKind() {
        assertThat(read("5", String.class)).isEmpty();
        assertThat(read("\"true\"", Boolean.class)).isEmpty();
        assertThat(read("\"5\"", Long.class)).isEmpty();
        assertThat(read("\"5\"", Integer.class)).isEmpty();
        assertThat(read("\"5\"", Double.class)).isEmpty();
        assertThat(read("\"5\"", BigDecimal.class)).isEmpty();
        assertThat(read("\"5\"", Instant.class)).isEmpty();
        assertThat(read("{}", List.class)).isEmpty();
        assertThat(read("[]", Map.class)).isEmpty();
        assertThat(read("null", Object.class)).isEmpty();
        assertThat(fixture.verified(good()).claim("absent", Long.class)).isEmpty();
    }

    @Test
    @DisplayName("A number is an Integer or a Long where it fits exactly, and empty elsewhere")
    void wholeNumbers() {
        assertThat(read("2147483647", Integer.class)).contains(Integer.MAX_VALUE);
        assertThat(read("2147483648", Integer.class)).isEmpty();
        assertThat(read("-2147483649", Integer.class)).isEmpty();
        assertThat(read("5.0", Integer.class)).contains(5);
        assertThat(read("5.5", Integer.class)).isEmpty();
        assertThat(read("9007199254740993", Long.class)).contains(9_007_199_254_740_993L);
        assertThat(read("1e3", Long.class)).contains(1000L);
        assertThat(read("9223372036854775808", Long.class)).isEmpty();
        assertThat(read("0.1", Long.class)).isEmpty();
        assertThat(read("1e308", Long.class)).isEmpty();
    }

    @Test
    @DisplayName("A number of any size is exact as BigInteger and BigDecimal")
    void bigNumbers() {
        assertThat(read("9223372036854775808", BigInteger.class))
                .contains(new BigInteger("9223372036854775808"));
        assertThat(read("5", BigInteger.class)).contains(BigInteger.valueOf(5));
        assertThat(read("5.5", BigInteger.class)).isEmpty();
        assertThat(read("0.1", BigDecimal.class)).contains(new BigDecimal("0.1"));
        assertThat(read("5", BigDecimal.class)).contains(BigDecimal.valueOf(5));
    }

    @Test
    @DisplayName("A number is the nearest Double, where there is a finite one")
    void doubles() {
        assertThat(read("0.1", Double.class)).contains(0.1);
        assertThat(read("5", Double.class)).contains(5.0);
        assertThat(read("9007199254740993", Double.class)).contains(9_007_199_254_740_992.0);
        assertThat(read("9e308", Double.class)).isEmpty();
    }

    @Test
    @DisplayName(
            "RFC 7519 §2: a NumericDate is an Instant; a number that is no date of 1970 to 9999 is none")
    void instants() {
        assertThat(read("1900000000", Instant.class))
                .contains(Instant.ofEpochSecond(1_900_000_000L));
        assertThat(read("1900000000.25", Instant.class))
                .contains(Instant.ofEpochMilli(1_900_000_000_250L));
        assertThat(read("0", Instant.class)).contains(Instant.EPOCH);
        assertThat(read("-1", Instant.class)).isEmpty();
        assertThat(read("1900000000000", Instant.class)).isEmpty();
    }

    @Test
    @DisplayName(
            "A type that no claim has is an error of the program, whether the claim is there or not")
    void unknownTypes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("5", int.class))
                .withMessageContaining("Integer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.verified(good()).claim("absent", LocalDate.class))
                .withMessageContaining("java.time.LocalDate");
    }

    @Test
    @DisplayName("Claims cannot be changed, neither the outer map nor what is inside")
    void immutable() {
        Map<String, Object> claims = fixture.verified(good("deep", Map.of("list", List.of(1))))
                .claims()
                .asMap();

        assertThatThrownBy(() -> claims.put("sub", "eve"))
                .isInstanceOf(UnsupportedOperationException.class);
        Map<?, ?> deep = (Map<?, ?>) claims.get("deep");
        assertThatThrownBy(deep::clear).isInstanceOf(UnsupportedOperationException.class);
        List<?> list = (List<?>) deep.get("list");
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName("A claim that is null is there, and one that is absent is not")
    void nullIsThere() {
        JwtClaims claims = fixture.verified(good("empty", null)).claims();

        assertThat(claims.has("empty")).isTrue();
        assertThat(claims.get("empty")).isNull();
        assertThat(claims.has("absent")).isFalse();
        assertThat(claims.asMap()).containsEntry("empty", null);
    }

    @Test
    @DisplayName("Claims stand in the order of the token")
    void inOrder() {
        assertThat(fixture.verified(good("zz", 1)).claims().asMap().keySet())
                .containsExactly("sub", "type", "iat", "exp", "jti", "zz");
    }
}
