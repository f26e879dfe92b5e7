package dev.jeton.servlet;

import dev.jeton.testkit.conformance.ConformanceContract.Server;

import jakarta.servlet.ServletContainerInitializer;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Starts an application in a container on a free port; the error page of 409 and 500 is {@code /error-page}. */
enum Containers {
    JETTY,
    /** Takes the paths that Jetty refuses. */
    LENIENT_JETTY,
    TOMCAT,
    /** Takes the paths that Tomcat refuses. */
    LENIENT_TOMCAT;

    private static final int FEW_THREADS = 4;
    /** One that accepts connections, and one that waits for what they bring. */
    private static final int JETTYS_OWN_THREADS = 2;

    /** Some requests wait for many others. */
    private static final int PATIENCE_MILLIS = 300_000;

    private static final int MANY_CONNECTIONS = 20_000;

    private static final int[] WITH_ERROR_PAGE = {409, 500};

    Server start(String contextPath, ServletContainerInitializer application) throws Exception {
        return start(contextPath, application, false);
    }

    Server start(String contextPath, ServletContainerInitializer application, boolean virtual)
            throws Exception {
        return this == JETTY || this == LENIENT_JETTY
                ? jetty(contextPath, application, virtual)
                : tomcat(contextPath, application, virtual);
    }

    private Server jetty(
            String contextPath, ServletContainerInitializer application, boolean virtual)
            throws Exception {
        QueuedThreadPool pool = new QueuedThreadPool(FEW_THREADS + JETTYS_OWN_THREADS);
        if (virtual) {
            pool.setVirtualThreadsExecutor(virtualThreads());
            pool.setReservedThreads(0); // else some requests stay on the platform threads
        }
        org.eclipse.jetty.server.Server server = new org.eclipse.jetty.server.Server(pool);
        HttpConfiguration http = new HttpConfiguration();
        http.setHeaderCacheCaseSensitive(true); // see FRM-29, and the guide
        if (this == LENIENT_JETTY) {
            http.setUriCompliance(UriCompliance.UNSAFE);
        }
        ServerConnector connector = new ServerConnector(
                server,
                1,
                1,
                new HttpConnectionFactory(http),
                new HTTP2CServerConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(PATIENCE_MILLIS);
        server.addConnector(connector);
        ServletContextHandler handler =
                new ServletContextHandler(contextPath.isEmpty() ? "/" : contextPath);
        handler.getServletHandler().setDecodeAmbiguousURIs(this == LENIENT_JETTY);
        handler.addServletContainerInitializer(application);
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
        for (int status : WITH_ERROR_PAGE) {
            errors.addErrorPage(status, "/error-page");
        }
        handler.setErrorHandler(errors);
        server.setHandler(handler);
        server.start();
        return new Server(connector.getLocalPort(), server::stop);
    }

    /** Null where the JVM has none. */
    private static Executor virtualThreads() {
        return VirtualThreads.getDefaultVirtualThreadsExecutor();
    }

    private Server tomcat(
            String contextPath, ServletContainerInitializer application, boolean virtual)
            throws Exception {
        Path base = Files.createTempDirectory("jeton-tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        Context context = tomcat.addContext(contextPath, base.toString());
        context.addServletContainerInitializer(application, null);
        for (int status : WITH_ERROR_PAGE) {
            ErrorPage page = new ErrorPage();
            page.setErrorCode(status);
            page.setLocation("/error-page");
            context.addErrorPage(page);
        }
        Connector connector = tomcat.getConnector();
        connector.addUpgradeProtocol(new Http2Protocol());
        connector.setProperty("maxThreads", String.valueOf(FEW_THREADS));
        if (virtual) {
            connector.getProtocolHandler().setExecutor(virtualThreads());
            connector.setProperty("maxConnections", String.valueOf(MANY_CONNECTIONS));
            connector.setProperty("connectionTimeout", String.valueOf(PATIENCE_MILLIS));
        }
        if (this == LENIENT_TOMCAT) {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.DECODE.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.DECODE.getValue());
            connector.setAllowBackslash(true);
            connector.setRejectSuspiciousURIs(false);
        }
        tomcat.start();
        return new Server(connector.getLocalPort(), () -> {
            tomcat.stop();
            tomcat.destroy();
        });
    }
}
