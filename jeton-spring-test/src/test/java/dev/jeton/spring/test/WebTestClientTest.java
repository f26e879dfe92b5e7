package dev.jeton.spring.test;

import static dev.jeton.spring.test.JetonWebTestClient.jwt;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** WebTestClient, bound to an application of WebFlux with Spring Security. */
@SpringBootTest(
        classes = TestedApplication.Reactive.class,
        properties = {"spring.main.web-application-type=reactive", TestedApplication.COOKIES})
@AutoConfigureWebTestClient
class WebTestClientTest {
    @Autowired
    WebTestClient client;

    @Test
    @DisplayName("Fresh, expired and refresh tokens are taken for what they are")
    void kinds() {
        client.get().uri("/me").exchange().expectStatus().isUnauthorized();
        client.mutateWith(jwt("ada"))
                .get()
                .uri("/me")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("ada");
        client.mutateWith(jwt("ada"))
                .get()
                .uri("/password")
                .exchange()
                .expectBody()
                .jsonPath("code")
                .isEqualTo("fresh_token_required");
        client.mutateWith(jwt("ada", t -> t.fresh()))
                .get()
                .uri("/password")
                .exchange()
                .expectStatus()
                .isOk();
        client.mutateWith(jwt("ada", t -> t.expired()))
                .get()
                .uri("/me")
                .exchange()
                .expectBody()
                .jsonPath("code")
                .isEqualTo("token_expired");
        client.mutateWith(jwt("ada", t -> t.refresh()))
                .post()
                .uri("/refresh")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    @DisplayName("A cookie brings its CSRF value, unless the test leaves it out")
    void cookie() {
        client.mutateWith(jwt("ada", t -> t.cookie()))
                .post()
                .uri("/change")
                .exchange()
                .expectStatus()
                .isOk();
        client.mutateWith(jwt("ada", t -> t.cookieWithoutCsrf()))
                .post()
                .uri("/change")
                .exchange()
                .expectBody()
                .jsonPath("code")
                .isEqualTo("csrf_missing");
    }

    @Test
    @DisplayName("@PreAuthorize sees the roles of the token")
    void preAuthorize() {
        client.mutateWith(jwt("ada"))
                .get()
                .uri("/office")
                .exchange()
                .expectStatus()
                .isForbidden();
        client.mutateWith(jwt("ada", t -> t.roles("admin")))
                .get()
                .uri("/office")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("office");
    }

    @Test
    @WithJwt(value = "grace", cookie = true)
    @DisplayName("@WithJwt sends a token with each request")
    void annotation() {
        client.get().uri("/me").exchange().expectBody(String.class).isEqualTo("grace");
        client.post().uri("/change").exchange().expectStatus().isOk();
    }
}
