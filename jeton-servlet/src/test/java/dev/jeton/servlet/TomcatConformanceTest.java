package dev.jeton.servlet;

import dev.jeton.testkit.conformance.ConformanceApplication;
import dev.jeton.testkit.conformance.ConformanceContract;

/** The recorded cases against servlets in Tomcat. */
class TomcatConformanceTest extends ConformanceContract {
    @Override
    protected Server start(ConformanceApplication application) throws Exception {
        return Containers.TOMCAT.start(
                "", ConformanceServlet.initializer(application.routes(), application.jetons()));
    }
}
