package dev.jeton.spring.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.Jeton;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A server that runs, and a client that talks to it. */
@SpringBootTest(
        classes = TestedApplication.Plain.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {TestedApplication.WITHOUT_SECURITY, TestedApplication.COOKIES})
@AutoConfigureWebTestClient
class RunningServerTest {
    @Autowired
    WebTestClient client;

    @Autowired
    Jeton jeton;

    @Test
    @DisplayName("The application's Jeton signs, and the request has the fields")
    void headers() {
        client.get()
                .uri("/me")
                .headers(TestJwt.of("ada").headers(jeton))
                .exchange()
                .expectBody(String.class)
                .isEqualTo("ada");
        client.get()
                .uri("/me")
                .headers(TestJwt.of("ada").expired().headers(jeton))
                .exchange()
                .expectBody()
                .jsonPath("code")
                .isEqualTo("token_expired");
        client.post()
                .uri("/change")
                .headers(TestJwt.of("ada").cookie().headers(jeton))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    @WithJwt("grace")
    @DisplayName("@WithJwt sends a token with each request, unless the request has its own")
    void annotation() {
        client.get().uri("/me").exchange().expectBody(String.class).isEqualTo("grace");
        client.get()
                .uri("/me")
                .headers(TestJwt.of("ada").headers(jeton))
                .exchange()
                .expectBody(String.class)
                .isEqualTo("ada");
    }

    @Test
    @DisplayName("mutateWith cannot see the server's Jeton, and says what to write")
    void mutateWith() {
        assertThatThrownBy(() -> client.mutateWith(JetonWebTestClient.jwt("ada")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("headers(TestJwt.of(");
    }
}
