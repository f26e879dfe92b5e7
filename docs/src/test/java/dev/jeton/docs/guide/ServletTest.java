package dev.jeton.docs.guide;

import static dev.jeton.docs.guide.Secrets.SECRET;
import static dev.jeton.servlet.JetonServlet.authenticate;
import static dev.jeton.servlet.JetonServlet.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.servlet.JetonFilters;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

class ServletTest {
    static final class Security implements ServletContextListener {
        private final Jeton jeton;

        Security(Jeton jeton) {
            this.jeton = jeton;
        }

        @Override
        public void contextInitialized(ServletContextEvent event) {
            JetonFilters.of(jeton)
                    .open("/login")
                    .protect("/refresh", r -> r.refresh())
                    .protect("/admin/*", r -> r.roles("admin"))
                    .protect("/*")
                    .register(event.getServletContext());
        }
    }

    static final class LoginServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Jeton jeton;

        LoginServlet(Jeton jeton) {
            this.jeton = jeton;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            Tokens tokens = jeton.login("ada");
            jeton.cookies().set(response::addHeader, tokens);
        }
    }

    static final class MeServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            String principal = request.getUserPrincipal().getName();
            response.getWriter().print(principal + ", until " + jwt(request).expiresAt());
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            authenticate(request, response, JwtRequirement.of(r -> r.fresh()));
            response.getWriter().print("changed");
        }
    }

    private final Jeton jeton = Jeton.withSecret(SECRET);
    private final Server server = new Server(0);

    @BeforeEach
    void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        context.addEventListener(new Security(jeton));
        context.addServlet(new ServletHolder(new LoginServlet(jeton)), "/login");
        context.addServlet(new ServletHolder(new MeServlet()), "/me");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    @DisplayName("Patterns are protected in order, and servlets see the principal")
    void patterns() throws Exception {
        assertThat(send("POST", "/login", "").headers().allValues("Set-Cookie")).hasSize(3);
        assertThat(send("GET", "/me", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/nowhere", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/me", jeton.createAccessToken("ada")).body())
                .startsWith("ada, until 2");
        assertThat(send("GET", "/admin/x", jeton.createAccessToken("ada")).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("A servlet may ask for more")
    void inServlets() throws Exception {
        assertThat(send("POST", "/me", jeton.createAccessToken("ada")).body())
                .contains("fresh_token_required");
        assertThat(send("POST", "/me", jeton.createAccessToken("ada", t -> t.fresh()))
                        .body())
                .isEqualTo("changed");
    }

    private HttpResponse<String> send(String method, String path, String token) throws Exception {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
