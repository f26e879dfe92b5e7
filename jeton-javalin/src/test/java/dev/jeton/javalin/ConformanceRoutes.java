package dev.jeton.javalin;

import dev.jeton.JetonResolver;
import dev.jeton.testkit.conformance.ConformanceApplication;
import dev.jeton.testkit.conformance.ConformanceContract.Server;
import dev.jeton.web.Answer;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;

import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

import java.util.List;

/** Applications under test as routes of Javalin. */
final class ConformanceRoutes {
    private ConformanceRoutes() {}

    static Server start(List<ConformanceApplication.Route> routes, JetonResolver jetons) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.addConnector(ConformanceRoutes::withHttp2);
            config.registerPlugin(new JetonPlugin(jetons));
            routes.forEach(route -> add(route, config));
        });
        server.start();
        return new Server(server.port(), server::stop);
    }

    private static ServerConnector withHttp2(
            org.eclipse.jetty.server.Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(
                server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
        connector.setHost("127.0.0.1");
        return connector;
    }

    private static void add(ConformanceApplication.Route route, JavalinConfig config) {
        RouteRole[] roles = route.requirement() == null
                ? new RouteRole[0]
                : new RouteRole[] {JetonPlugin.jwtRequired(any -> route.requirement())};
        for (String method : route.methods()) {
            config.routes.addHttpHandler(
                    HandlerType.findOrCreate(method), route.path(), ctx -> run(route, ctx), roles);
        }
    }

    private static void run(ConformanceApplication.Route route, Context ctx) {
        Answer answer = route.handler().answer(JetonPlugin.authentication(ctx), ctx.bodyAsBytes());
        ctx.status(answer.status());
        ctx.res().setContentType(null);
        answer.headers().forEach(field -> ctx.res().addHeader(field.name(), field.value()));
        ctx.result(answer.body());
    }
}
