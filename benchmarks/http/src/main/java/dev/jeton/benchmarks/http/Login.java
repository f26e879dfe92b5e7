package dev.jeton.benchmarks.http;

import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;

import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;
import dev.jeton.Tokens;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;

import java.util.ArrayList;
import java.util.List;

/** A Jeton with HS256 that takes headers and cookies, and the requests that one login makes. */
final class Login {
    static final String SECRET = "Zk1rT5yqO8wVb3nX7cE2hJ6pL9sD4gAu";
    static final String ISSUER = "https://shop.example";
    static final String AUDIENCE = "shop-api";

    static final String SUBJECT = "user-100042";

    private final Jeton jeton = builder().build();
    private final Jeton remembering = builder().rememberHmacTokens(true).build();
    private final Tokens tokens = jeton.login(SUBJECT);

    private static JetonBuilder builder() {
        return Jeton.builder()
                .keys(KeySource.of(KeyRing.of(JwsKey.ofSecret(SECRET))))
                .tokens(tokens -> tokens.issuer(ISSUER).audience(AUDIENCE))
                .locations(HEADERS, COOKIES);
    }

    /** As it is without being told. */
    Jeton jeton() {
        return jeton;
    }

    /** With the setting that lets it remember tokens of a secret. */
    Jeton remembering() {
        return remembering;
    }

    /**
     * A GET with a bearer token and a POST with cookies and the CSRF value, each to the server where nothing is protected, to
     * the one with Jeton, and to the one whose Jeton remembers them.
     */
    List<Variant> variants(String open, String withJeton, String withMemory) {
        List<String> cookies =
                List.of("Cookie: " + cookies(), "X-CSRF-TOKEN: " + tokens.csrf().orElseThrow());
        return List.of(
                new Variant("get", "get", "GET", open + "/orders", bearer()),
                new Variant("header", "get", "GET", withJeton + "/orders", bearer()),
                new Variant("header, remembered", "get", "GET", withMemory + "/orders", bearer()),
                new Variant("post", "post", "POST", open + "/orders", cookies),
                new Variant("cookie", "post", "POST", withJeton + "/orders", cookies),
                new Variant("cookie, remembered", "post", "POST", withMemory + "/orders", cookies));
    }

    /** Two variants: the GET with the bearer token, to a route that reads from a database. */
    List<Variant> reading(String open, String withJeton) {
        return List.of(
                new Variant("get, database", "get, database", "GET", open + "/book", bearer()),
                new Variant(
                        "header, database", "get, database", "GET", withJeton + "/book", bearer()));
    }

    /** The GET with the bearer token, to a server that protects by other means. */
    Variant compared(String name, String server) {
        return new Variant(name, "get", "GET", server + "/orders", bearer());
    }

    private List<String> bearer() {
        return List.of("Authorization: Bearer " + tokens.access());
    }

    /** What a browser sends back. */
    private String cookies() {
        List<String> pairs = new ArrayList<>();
        jeton.cookies()
                .set(
                        (name, value) -> {
                            if (name.equalsIgnoreCase("Set-Cookie")) {
                                pairs.add(value.substring(0, value.indexOf(';')));
                            }
                        },
                        tokens);
        return String.join("; ", pairs);
    }
}
