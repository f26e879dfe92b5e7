package dev.jeton.servlet;

import dev.jeton.Jeton;
import dev.jeton.testkit.conformance.ConformanceContract.Server;
import dev.jeton.testkit.conformance.RawHttp;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.function.Consumer;

/** A web application in a container on a free port, and its client. */
final class Application implements AutoCloseable {
    static final String SECRET = "f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE";

    final RawHttp http;
    final int port;
    private final Server server;

    private Application(Server server) {
        this.server = server;
        this.port = server.port();
        this.http = new RawHttp(port);
    }

    /** What a servlet does. */
    @FunctionalInterface
    interface Work {
        void handle(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException;
    }

    private static final class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Work work;

        Page(Work work) {
            this.work = work;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            work.handle(request, response);
        }
    }

    static Application start(Containers container, Consumer<ServletContext> setup)
            throws Exception {
        return start(container, "", setup);
    }

    static Application start(
            Containers container, String contextPath, Consumer<ServletContext> setup)
            throws Exception {
        return new Application(
                container.start(contextPath, (classes, context) -> setup.accept(context)));
    }

    /** Adds a servlet. */
    static void page(ServletContext context, String name, Work work, String... patterns) {
        ServletRegistration.Dynamic page = context.addServlet(name, new Page(work));
        page.addMapping(patterns);
        page.setAsyncSupported(true);
    }

    /** A servlet's work that writes this text. */
    static Work text(String text) {
        return (request, response) -> response.getWriter().print(text);
    }

    /** The field that carries an access token of this subject. */
    static String bearer(Jeton jeton, String subject) {
        return "Authorization: Bearer " + jeton.createAccessToken(subject);
    }

    @Override
    public void close() {
        try {
            server.stop().close();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }
}
