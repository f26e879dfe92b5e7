package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;
import dev.jeton.web.wire.Renewal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One request and its answer, as adapters handle them. */
class JetonExchangeTest {
    private final List<String> calls = new ArrayList<>();
    private int checks;
    private final Jeton shop = Jeton.builder()
            .secretKey(JetonBuilderTest.SECRET)
            .check(token -> ++checks > 0)
            .renewal(own -> renewing("shop"))
            .build();
    private final Jeton admin = Jeton.builder()
            .secretKey(JetonBuilderTest.SECRET)
            .name("admin")
            .headerName("X-Admin")
            .renewal(own -> renewing("admin"))
            .build();

    private Renewal renewing(String name) {
        return (request, outcome, status, cookiesSet) -> {
            calls.add(name + " " + outcome.getClass().getSimpleName() + " " + status + " "
                    + cookiesSet);
            return List.of(
                    new HttpHeader("Set-Cookie", name + "=1; Path=/"),
                    new HttpHeader("Cache-Control", "no-store"));
        };
    }

    private JetonExchange exchange(WebRequest request) {
        return new JetonExchange(JetonResolver.of(shop, admin), request);
    }

    private TestRequest ofAlice() {
        return TestRequest.bearer(shop.createAccessToken("alice"));
    }

    @Test
    @DisplayName("The same requirement is decided once, another is decided anew")
    void decidedOnce() {
        JetonExchange exchange = exchange(ofAlice());
        JwtRequirement fresh = JwtRequirement.of(r -> r.fresh());
        Outcome first = exchange.authenticate(JwtRequirement.required());
        assertThat(exchange.authenticate(JwtRequirement.required())).isSameAs(first);
        assertThat(checks).isEqualTo(1);
        assertThat(exchange.authenticate(fresh)).isInstanceOf(Outcome.Denied.class);
        assertThat(exchange.outcome()).isInstanceOf(Outcome.Denied.class);
        assertThat(exchange.jwt().subject()).isEqualTo("alice");
    }

    @Test
    @DisplayName("Tokens are told apart by the Jeton that found them")
    void byName() {
        JetonExchange exchange = exchange(ofAlice());
        exchange.authenticate(JwtRequirement.required());
        exchange.authenticate(JwtRequirement.of(r -> r.by("admin").optional()));
        assertThat(exchange.optionalJwt("default")).isPresent();
        assertThat(exchange.optionalJwt("admin")).isEmpty();
        assertThat(exchange.optionalJwt()).isPresent();
        assertThat(exchange.outcome()).isInstanceOf(Outcome.Anonymous.class);
        assertThat(exchange.decided()).get().isInstanceOf(Outcome.Anonymous.class);
    }

    @Test
    @DisplayName("Where nothing was required there is no token, and the error says what to do")
    void unprotected() {
        JetonExchange exchange = exchange(ofAlice());
        assertThat(exchange.outcome()).isInstanceOf(Outcome.Unchecked.class);
        assertThat(exchange.decided()).isEmpty();
        assertThat(exchange.optionalJwt()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(exchange::jwt)
                .withMessageContaining("protect its route");
        exchange.authenticate(
                JwtRequirement.of(r -> r.locations(Location.COOKIES).optional()));
        assertThatIllegalStateException()
                .isThrownBy(exchange::user)
                .withMessageContaining("anonymous");
        exchange.authenticate(JwtRequirement.required());
        assertThatIllegalStateException()
                .isThrownBy(exchange::user)
                .withMessageContaining("users(...)");
    }

    @Test
    @DisplayName("Every Jeton completes the answer once, and sees the cookies that were set before")
    void completed() {
        JetonExchange exchange = exchange(ofAlice());
        exchange.authenticate(JwtRequirement.required());
        List<HttpHeader> added = exchange.complete(201, Set.of("a=1; Path=/", "broken"));
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0)).startsWith("shop Authenticated 201 ").contains("a", "broken");
        assertThat(calls.get(1)).startsWith("admin Unchecked 201 ").contains("a", "shop");
        assertThat(added)
                .containsExactly(
                        new HttpHeader("Set-Cookie", "shop=1; Path=/"),
                        new HttpHeader("Cache-Control", "no-store"),
                        new HttpHeader("Set-Cookie", "admin=1; Path=/"));
        assertThat(exchange.complete(201, Set.of())).isEmpty();
        exchange.reset();
        assertThat(exchange.complete(500, Set.of())).hasSize(3);
    }

    @Test
    @DisplayName(
            "Where each request tells its Jeton, the default one completes unprotected answers")
    void perRequest() {
        JetonExchange found = new JetonExchange((request, name) -> shop, ofAlice());
        assertThat(found.complete(200, Set.of())).hasSize(2);
        assertThat(calls).containsExactly("shop Unchecked 200 []");
        JetonExchange none = new JetonExchange(
                (request, name) -> {
                    throw new IllegalArgumentException("no tenant");
                },
                ofAlice());
        assertThat(none.decided()).isEmpty();
        assertThat(none.complete(200, Set.of())).isEmpty();
    }

    @Test
    @DisplayName(
            "While a Jeton may renew cookies, the answer is complete only when it was completed")
    void renewingIsNotComplete() {
        JetonExchange exchange = exchange(ofAlice());
        assertThat(exchange.isComplete()).isFalse();
        exchange.authenticate(JwtRequirement.required());
        assertThat(exchange.isComplete()).isFalse();
        exchange.complete(200, List.of());
        assertThat(exchange.isComplete()).isTrue();
        exchange.reset();
        assertThat(exchange.isComplete()).isFalse();
    }

    @Test
    @DisplayName(
            "Without renewal nothing is left to be added, unless a logout is yet to clear cookies")
    void completeFromTheStart() {
        Jeton plain = Jeton.withSecret(JetonBuilderTest.SECRET);
        JetonExchange exchange = new JetonExchange(JetonResolver.of(plain), ofAlice());
        assertThat(exchange.isComplete()).isTrue();
        exchange.authenticate(JwtRequirement.required());
        assertThat(exchange.isComplete()).isTrue();
        exchange.authenticate(JwtRequirement.of(r -> r.logout()));
        assertThat(exchange.isComplete()).isFalse();
    }

    @Test
    @DisplayName(
            "Where Jetons are found by the request, an answer is complete only when one has decided")
    void completeOnceDecided() {
        Jeton plain = Jeton.withSecret(JetonBuilderTest.SECRET);
        JetonExchange exchange = new JetonExchange((request, name) -> plain, ofAlice());
        assertThat(exchange.isComplete()).isFalse();
        exchange.authenticate(JwtRequirement.required());
        assertThat(exchange.isComplete()).isTrue();
    }
}
