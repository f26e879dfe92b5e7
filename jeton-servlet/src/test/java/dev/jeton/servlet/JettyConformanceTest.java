package dev.jeton.servlet;

import dev.jeton.testkit.conformance.ConformanceApplication;
import dev.jeton.testkit.conformance.ConformanceContract;

/** The recorded cases against servlets in Jetty. */
class JettyConformanceTest extends ConformanceContract {
    @Override
    protected Server start(ConformanceApplication application) throws Exception {
        return Containers.JETTY.start(
                "", ConformanceServlet.initializer(application.routes(), application.jetons()));
    }
}
