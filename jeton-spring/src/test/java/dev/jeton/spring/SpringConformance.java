package dev.jeton.spring;

import dev.jeton.testkit.conformance.ConformanceApplication;
import dev.jeton.testkit.conformance.ConformanceContract;

import java.util.Map;

/** The recorded cases against annotated controllers. */
abstract class SpringConformance extends ConformanceContract {
    private final Stack stack;

    SpringConformance(Stack stack) {
        this.stack = stack;
    }

    @Override
    protected Server start(ConformanceApplication application) throws Exception {
        Application started = stack.start(
                application.jetons(),
                Map.of(),
                context -> new ConformancePreflights(application.routes()).register(context, stack),
                ConformanceController.of(application.routes(), stack));
        return new Server(started.port, started::close);
    }
}
