package dev.jeton.benchmarks.http;

import dev.jeton.Jeton;
import dev.jeton.servlet.JetonFilters;
import dev.jeton.servlet.JetonServlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A servlet of Tomcat without a filter, and with Jeton's before it. */
final class TomcatSite {
    private TomcatSite() {}

    static List<Variant> start(Login login) throws Exception {
        String open = start((classes, context) ->
                context.addServlet("orders", new OpenOrders()).addMapping("/orders"));
        return login.variants(open, start(login.jeton()), start(login.remembering()));
    }

    private static String start(Jeton jeton) throws Exception {
        return start((classes, context) -> {
            context.addServlet("orders", new Orders()).addMapping("/orders");
            JetonFilters.of(jeton).protect("/*").register(context);
        });
    }

    private static String start(ServletContainerInitializer application) throws Exception {
        Path base = Files.createTempDirectory("jeton-tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        // Tomcat's default of 100 requests for a connection would measure connecting.
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", base.toString());
        context.addServletContainerInitializer(application, null);
        tomcat.start();
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    /** Answers anybody. */
    private static final class OpenOrders extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            answer(response, "nobody");
        }
    }

    /** Answers with the subject. */
    private static final class Orders extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            answer(response, JetonServlet.jwt(request).subject());
        }
    }

    private static void answer(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(text);
    }
}
