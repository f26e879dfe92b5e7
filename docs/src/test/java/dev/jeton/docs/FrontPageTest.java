package dev.jeton.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

class FrontPageTest {
    private static final String SECRET = "base64:RPXOrE3sQ7Nu89EkSJNC6XrnRv2s20n9kxD275amiwY=";

    @Test
    @DisplayName(
            "The README's application compiles as it stands, and logs in, protects and refreshes")
    void application() throws Exception {
        Javalin app = run(snippet());
        try {
            String login = send(app, "POST", "/login", "");
            assertThat(send(app, "GET", "/protected", member(login, "access_token")))
                    .isEqualTo("{\"logged_in_as\":\"ada\"}");
            assertThat(send(app, "GET", "/protected", "")).contains("token_missing");
            String refreshed = send(app, "POST", "/refresh", member(login, "refresh_token"));
            assertThat(send(app, "GET", "/protected", member(refreshed, "access_token")))
                    .isEqualTo("{\"logged_in_as\":\"ada\"}");
            assertThat(send(app, "POST", "/refresh", member(login, "access_token")))
                    .contains("token_type_refused");
        } finally {
            app.stop();
        }
    }

    @Test
    @DisplayName("The README's Maven coordinates are this build's")
    void coordinates() {
        String pom = Page.of("pom.xml").text();
        String version = pom.replaceFirst(
                "(?s).*?<artifactId>jeton-parent</artifactId>\\s*<version>([^<]*).*", "$1");
        List<Page.Block> xml = Page.of("README.md").blocks("xml");
        assertThat(xml).isNotEmpty();
        assertThat(xml).allSatisfy(block -> {
            assertThat(block.text()).contains("<version>" + version + "</version>");
            String module = block.text().replaceFirst("(?s).*<artifactId>([^<]*).*", "$1");
            assertThat(pom).contains("<module>" + module + "</module>");
        });
    }

    private static String snippet() {
        List<Page.Block> snippets = Page.of("README.md").blocks("java");
        assertThat(snippets).hasSize(1);
        return snippets.get(0).text();
    }

    /** Compiles the snippet as the body of a method; only the secret and the port are other ones. */
    private static Javalin run(String snippet) throws Exception {
        String imports = String.join(
                "\n", snippet.lines().filter(line -> line.startsWith("import ")).toList());
        String body = String.join(
                "\n",
                snippet.lines().filter(line -> !line.startsWith("import ")).toList());
        assertThat(body)
                .contains("System.getenv(\"JETON_SECRET_KEY\")", "Javalin.create(", ".start(8080)");
        String text = imports + "\nimport io.javalin.http.Context;\npublic class FrontPage {\n"
                + "public static Javalin start() {\n"
                + body.replace("System.getenv(\"JETON_SECRET_KEY\")", "\"" + SECRET + "\"")
                        .replace("Javalin.create(", "return Javalin.create(")
                        .replace(".start(8080)", ".start(0)")
                + "}\nprivate static String authenticate(Context ctx) {\nreturn \"ada\";\n}\n}\n";
        return (Javalin) JavaText.load("FrontPage", text).getMethod("start").invoke(null);
    }

    private static String member(String json, String name) {
        return json.replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private static String send(Javalin app, String method, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + app.port() + path))
                .method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
