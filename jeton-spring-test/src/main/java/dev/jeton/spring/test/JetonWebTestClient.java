package dev.jeton.spring.test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClientConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

import java.util.Objects;
import java.util.function.Consumer;

/** Tokens for the requests of a WebTestClient that is bound to an application: {@code client.mutateWith(jwt("ada"))}. */
public final class JetonWebTestClient {
    private JetonWebTestClient() {}

    /** The client sends an access token of this subject. */
    public static WebTestClientConfigurer jwt(String subject) {
        return jwt(subject, jwt -> {});
    }

    /** The client sends a token of this subject, such as {@code jwt("ada", t -> t.expired())}. */
    public static WebTestClientConfigurer jwt(String subject, Consumer<TestJwt> options) {
        TestJwt jwt = TestJwt.of(subject);
        options.accept(jwt);
        WebFilter sender = (exchange, chain) -> chain.filter(with(jwt, exchange));
        return (builder, server, connector) -> {
            if (server == null) {
                throw new IllegalStateException(
                        "this client talks to a server over the network, whose Jeton"
                                + " it cannot see: write headers(TestJwt.of(\"ada\").headers(jeton))");
            }
            server.filters(filters -> filters.add(0, sender));
        };
    }

    private static ServerWebExchange with(TestJwt jwt, ServerWebExchange exchange) {
        BeanFactory beans = Objects.requireNonNull(
                exchange.getApplicationContext(), "bind the client to an application context");
        Consumer<HttpHeaders> fields = jwt.headers(CurrentJwt.jeton(jwt, beans));
        return exchange.mutate().request(request -> request.headers(fields)).build();
    }
}
