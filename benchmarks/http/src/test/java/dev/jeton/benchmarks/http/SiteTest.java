package dev.jeton.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

class SiteTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPRING")
    @DisplayName(
            "Protected variants get the subject, and nothing without token or CSRF value; their baselines take the same request and know nobody")
    void variants(Site site) throws Exception {
        try (ServerProcess server = new ServerProcess(site)) {
            assertThat(server.variants())
                    .extracting(Variant::name)
                    .containsExactly(
                            "get",
                            "header",
                            "header, remembered",
                            "post",
                            "cookie",
                            "cookie, remembered",
                            "get, database",
                            "header, database");
            for (Variant variant : server.variants()) {
                HttpResponse<String> answer = send(variant, variant.fields());
                assertThat(answer.statusCode()).isEqualTo(200);
                if (variant.name().endsWith("database")) {
                    assertThat(answer.body()).hasLineCount(20).contains("0;article 0;0.00\n");
                } else {
                    assertThat(answer.body())
                            .isEqualTo(variant.isBaseline() ? "nobody" : "user-100042");
                }
                assertThat(send(variant, List.of()).statusCode())
                        .isEqualTo(variant.isBaseline() ? 200 : 401);
                if (variant.name()
                        .startsWith("cookie")) { // with the cookies, without the CSRF value
                    assertThat(send(variant, variant.fields().subList(0, 1)).statusCode())
                            .isEqualTo(403);
                }
            }
        }
    }

    private HttpResponse<String> send(Variant variant, List<String> fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(variant.url()))
                .method(
                        variant.method(),
                        variant.method().equals("POST")
                                ? BodyPublishers.ofString("amount=12")
                                : BodyPublishers.noBody());
        for (String field : fields) {
            int colon = field.indexOf(": ");
            request.header(field.substring(0, colon), field.substring(colon + 2));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
