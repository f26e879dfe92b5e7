package dev.jeton.servlet;

import dev.jeton.testkit.conformance.ConformanceContract.Server;

import jakarta.servlet.ServletContainerInitializer;

import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

import java.nio.file.Files;
import java.nio.file.Path;

/** Starts an application in a container on a free port. */
enum Containers {
    JETTY {
        @Override
        Server start(String contextPath, ServletContainerInitializer application) throws Exception {
            org.eclipse.jetty.server.Server server = new org.eclipse.jetty.server.Server();
            HttpConfiguration http = new HttpConfiguration();
            http.setHeaderCacheCaseSensitive(true); // else common values come in Jetty's own case
            ServerConnector connector =
                    new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            ServletContextHandler handler =
                    new ServletContextHandler(contextPath.isEmpty() ? "/" : contextPath);
            handler.addServletContainerInitializer(application);
            server.setHandler(handler);
            server.start();
            return new Server(connector.getLocalPort(), server::stop);
        }
    },
    TOMCAT {
        @Override
        Server start(String contextPath, ServletContainerInitializer application) throws Exception {
            Path base = Files.createTempDirectory("jeton-tomcat");
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(base.toString());
            tomcat.setHostname("127.0.0.1");
            tomcat.setPort(0);
            Context context = tomcat.addContext(contextPath, base.toString());
            context.addServletContainerInitializer(application, null);
            tomcat.getConnector();
            tomcat.start();
            return new Server(tomcat.getConnector().getLocalPort(), () -> {
                tomcat.stop();
                tomcat.destroy();
            });
        }
    };

    abstract Server start(String contextPath, ServletContainerInitializer application)
            throws Exception;
}
