package dev.jeton.spring;

import dev.jeton.testkit.conformance.ConformanceApplication;
import dev.jeton.testkit.conformance.ConformanceContract;

/** The recorded cases against annotated controllers. */
abstract class SpringConformance extends ConformanceContract {
    private final Stack stack;

    SpringConformance(Stack stack) {
        this.stack = stack;
    }

    @Override
    protected Server start(ConformanceApplication application) throws Exception {
        Application started =
                ConformanceController.start(stack, application.routes(), application.jetons());
        return new Server(started.port, started::close);
    }
}
