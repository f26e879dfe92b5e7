package dev.jeton.servlet;

import dev.jeton.testkit.attack.AttackApplication;
import dev.jeton.testkit.attack.AttackContract;
import dev.jeton.testkit.conformance.ConformanceContract.Server;

/** The attack catalogue against servlets in Tomcat. */
class TomcatAttackTest extends AttackContract {
    @Override
    protected Server start(AttackApplication application) throws Exception {
        return Containers.TOMCAT.start(
                "", ConformanceServlet.initializer(application.routes(), application.jetons()));
    }

    @Override
    protected boolean upgradesToHttp2() {
        return true;
    }
}
