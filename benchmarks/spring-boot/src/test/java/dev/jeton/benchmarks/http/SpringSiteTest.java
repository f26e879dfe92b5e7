package dev.jeton.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

class SpringSiteTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @DisplayName(
            "Protected variants get the subject, and nothing without a token; their baselines take the same request and know nobody")
    void variants() throws Exception {
        try (ServerProcess server = new ServerProcess(Site.SPRING)) {
            assertThat(server.variants())
                    .extracting(Variant::name)
                    .containsExactly(
                            "get",
                            "header",
                            "header, remembered",
                            "post",
                            "cookie",
                            "cookie, remembered",
                            "header, Spring Security",
                            "resource server");
            for (Variant variant : server.variants()) {
                HttpResponse<String> answer = send(variant, variant.fields());
                assertThat(answer.statusCode()).as(variant.name()).isEqualTo(200);
                assertThat(answer.body())
                        .isEqualTo(variant.isBaseline() ? "nobody" : "user-100042");
                assertThat(send(variant, List.of()).statusCode())
                        .as(variant.name())
                        .isEqualTo(variant.isBaseline() ? 200 : 401);
            }
        }
    }

    private HttpResponse<String> send(Variant variant, List<String> fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(variant.url()))
                .method(variant.method(), BodyPublishers.noBody());
        for (String field : fields) {
            int colon = field.indexOf(": ");
            request.header(field.substring(0, colon), field.substring(colon + 2));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
