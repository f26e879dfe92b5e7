package dev.jeton.spring;

import dev.jeton.testkit.attack.AttackApplication;
import dev.jeton.testkit.attack.AttackContract;
import dev.jeton.testkit.conformance.ConformanceContract.Server;

import org.jspecify.annotations.Nullable;

/** The attack catalogue against annotated controllers. */
abstract class SpringAttack extends AttackContract {
    private final Stack stack;

    SpringAttack(Stack stack) {
        this.stack = stack;
    }

    @Override
    protected Server start(AttackApplication application) throws Exception {
        Application started =
                ConformanceController.start(stack, application.routes(), application.jetons());
        return new Server(started.port, started::close);
    }

    @Override
    protected @Nullable Object principalOfThread() {
        return Stack.principalOfThread();
    }
}
