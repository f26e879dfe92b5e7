package dev.jeton.javalin;

import dev.jeton.testkit.attack.IsolationApplication;
import dev.jeton.testkit.attack.IsolationContract;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.testkit.conformance.ConformanceContract.Server;
import dev.jeton.web.Answer;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.util.concurrent.CompletableFuture;

/** Requests that must not be mixed up, against Javalin. */
class JavalinIsolationTest extends IsolationContract {
    /** Jetty itself wants some: for accepting connections, and for waiting for what they bring. */
    private static final int JETTYS_OWN_THREADS = 2;

    @Override
    protected String adapter() {
        return "javalin";
    }

    @Override
    protected Server start(IsolationApplication application) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            if (application.isVirtual()) {
                config.concurrency.useVirtualThreads = true;
            } else {
                config.jetty.threadPool =
                        new QueuedThreadPool(IsolationApplication.THREADS + JETTYS_OWN_THREADS);
            }
            config.jetty.addConnector((jetty, http) -> {
                ServerConnector connector =
                        new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
                connector.setHost("127.0.0.1");
                connector.setIdleTimeout(application.patience().toMillis());
                return connector;
            });
            config.registerPlugin(new JetonPlugin(application.jetons()));
            application.routes().forEach(route -> add(application, route, config));
        });
        server.start();
        return new Server(server.port(), server::stop);
    }

    private static void add(IsolationApplication application, Route route, JavalinConfig config) {
        config.routes.get(
                route.path(),
                ctx -> {
                    if (IsolationApplication.isLater(route)) {
                        ctx.future(() -> CompletableFuture.runAsync(
                                () -> answer(route, ctx), application.elsewhere()));
                    } else {
                        answer(route, ctx);
                    }
                },
                JetonPlugin.jwtRequired(any -> route.requirement()));
    }

    private static void answer(Route route, Context ctx) {
        Answer answer = route.handler().answer(JetonPlugin.authentication(ctx), new byte[0]);
        ctx.status(answer.status());
        answer.headers().forEach(field -> ctx.res().addHeader(field.name(), field.value()));
        ctx.result(answer.body());
    }
}
