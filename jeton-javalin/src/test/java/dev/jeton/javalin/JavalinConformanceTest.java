package dev.jeton.javalin;

import dev.jeton.testkit.conformance.ConformanceApplication;
import dev.jeton.testkit.conformance.ConformanceContract;

import io.javalin.Javalin;

/** The recorded cases against Javalin. */
class JavalinConformanceTest extends ConformanceContract {
    @Override
    protected Server start(ConformanceApplication application) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            // else Jetty gives common values back in its own case
            config.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheCaseSensitive(true));
            config.registerPlugin(new JetonPlugin(application.jetons()));
            application.routes().forEach(route -> ConformanceRoutes.add(route, config));
        });
        server.start("127.0.0.1", 0);
        return new Server(server.port(), server::stop);
    }
}
