package dev.jeton.javalin;

import dev.jeton.testkit.conformance.ConformanceApplication;
import dev.jeton.testkit.conformance.ConformanceContract;

/** The recorded cases against Javalin. */
class JavalinConformanceTest extends ConformanceContract {
    @Override
    protected Server start(ConformanceApplication application) {
        return ConformanceRoutes.start(application.routes(), application.jetons());
    }
}
