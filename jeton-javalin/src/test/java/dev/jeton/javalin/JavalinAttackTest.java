package dev.jeton.javalin;

import dev.jeton.testkit.attack.AttackApplication;
import dev.jeton.testkit.attack.AttackContract;
import dev.jeton.testkit.conformance.ConformanceContract.Server;

/** The attack catalogue against Javalin. */
class JavalinAttackTest extends AttackContract {
    @Override
    protected Server start(AttackApplication application) {
        return ConformanceRoutes.start(application.routes(), application.jetons());
    }

    @Override
    protected boolean upgradesToHttp2() {
        return true;
    }
}
