package dev.jeton.servlet;

import dev.jeton.testkit.attack.IsolationApplication;
import dev.jeton.testkit.attack.IsolationContract;
import dev.jeton.testkit.conformance.ConformanceContract.Server;

/** Requests that must not be mixed up, against servlets in Tomcat. */
class TomcatIsolationTest extends IsolationContract {
    @Override
    protected String adapter() {
        return "servlet-tomcat";
    }

    @Override
    protected Server start(IsolationApplication application) throws Exception {
        return IsolationServlet.start(Containers.TOMCAT, application);
    }
}
