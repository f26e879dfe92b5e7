package dev.jeton.spring;

import dev.jeton.testkit.attack.IsolationApplication;
import dev.jeton.testkit.attack.IsolationContract;
import dev.jeton.testkit.conformance.ConformanceContract.Server;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/** Requests that must not be mixed up, against annotated controllers. */
abstract class SpringIsolation extends IsolationContract {
    private static final int MANY_CONNECTIONS = 20_000;

    private final Stack stack;

    SpringIsolation(Stack stack) {
        this.stack = stack;
    }

    @Override
    protected String adapter() {
        return "spring-" + stack.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    protected Server start(IsolationApplication application) {
        Application started = stack.start(
                application.jetons(),
                Map.of(
                        "server.tomcat.threads.max",
                        IsolationApplication.THREADS,
                        "server.tomcat.max-connections",
                        MANY_CONNECTIONS,
                        "server.tomcat.connection-timeout",
                        application.patience(),
                        "spring.mvc.async.request-timeout",
                        application.patience(),
                        "spring.task.execution.pool.core-size",
                        IsolationApplication.THREADS,
                        "spring.threads.virtual.enabled",
                        application.isVirtual()),
                context -> context.registerBean(IsolationApplication.class, () -> application),
                stack.isReactive() ? IsolationHandlers.Flux.class : IsolationHandlers.Mvc.class);
        return new Server(started.port, started::close);
    }

    @Override
    protected @Nullable Object principalOfThread() {
        return Stack.principalOfThread();
    }
}
