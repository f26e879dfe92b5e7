package dev.jeton.spring.test;

import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;

/** Makes the clients that Spring Boot's tests are given heed {@link WithJwt}. */
final class BootClients {
    private BootClients() {}

    static void addMockMvc(GenericApplicationContext beans, CurrentJwt current) {
        beans.registerBean(
                "jetonMockMvcCustomizer",
                MockMvcBuilderCustomizer.class,
                () -> builder -> builder.apply(new WithJwtConfigurer(current)));
    }

    static void addWebTestClient(GenericApplicationContext beans, CurrentJwt current) {
        beans.registerBean(
                "jetonWebTestClientCustomizer",
                WebTestClientBuilderCustomizer.class,
                () -> builder -> builder.filter(
                        (request, next) -> next.exchange(withCurrent(request, current))));
    }

    private static ClientRequest withCurrent(ClientRequest request, CurrentJwt current) {
        HttpHeaders said = request.headers();
        return said.containsHeader("Authorization") || said.containsHeader("Cookie")
                ? request
                : ClientRequest.from(request)
                        .headers(headers -> current.addTo(headers::set))
                        .build();
    }
}
