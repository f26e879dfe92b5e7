package dev.jeton.benchmarks.http;

import dev.jeton.Jeton;
import dev.jeton.servlet.JetonFilters;
import dev.jeton.servlet.JetonServlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A servlet of Tomcat without a filter, and with Jeton's before it. */
final class TomcatSite {
    private TomcatSite() {}

    static List<Variant> start(Login login) throws Exception {
        OrderBook book = new OrderBook(Login.SUBJECT);
        String open = start((classes, context) -> {
            add(context, "/orders", request -> "nobody");
            add(context, "/book", request -> book.of(Login.SUBJECT));
        });
        String withJeton = start(login.jeton(), book);
        List<Variant> variants =
                new ArrayList<>(login.variants(open, withJeton, start(login.remembering(), book)));
        variants.addAll(login.reading(open, withJeton));
        return variants;
    }

    private static String start(Jeton jeton, OrderBook book) throws Exception {
        return start((classes, context) -> {
            add(context, "/orders", request -> JetonServlet.jwt(request).subject());
            add(context, "/book", request -> book.of(JetonServlet.jwt(request).subject()));
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

    private static void add(
            ServletContext context, String path, Function<HttpServletRequest, String> answer) {
        context.addServlet(path, new Answering(answer)).addMapping(path);
    }

    /** Answers with a text. */
    private static final class Answering extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final transient Function<HttpServletRequest, String> answer;

        Answering(Function<HttpServletRequest, String> answer) {
            this.answer = answer;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType("text/plain");
            response.getWriter().print(answer.apply(request));
        }
    }
}
