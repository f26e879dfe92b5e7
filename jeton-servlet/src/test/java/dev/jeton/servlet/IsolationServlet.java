package dev.jeton.servlet;

import dev.jeton.testkit.attack.IsolationApplication;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.testkit.conformance.ConformanceContract.Server;
import dev.jeton.web.Answer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A route whose requests must not be mixed up. What is answered later is so by another thread, and by a further dispatch, in turns. */
final class IsolationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient IsolationApplication application;
    private final transient Route route;
    private final AtomicInteger turns = new AtomicInteger();

    private IsolationServlet(IsolationApplication application, Route route) {
        this.application = application;
        this.route = route;
    }

    static Server start(Containers container, IsolationApplication application) throws Exception {
        return container.start(
                "",
                (classes, context) -> {
                    JetonFilters filters = JetonFilters.of(application.jetons());
                    for (Route route : application.routes()) {
                        add(application, route, context);
                        filters.protect(route.path(), any -> route.requirement());
                    }
                    Application.page(
                            context,
                            "error",
                            (in, out) -> out.getWriter().print("sorry, " + in.getRemoteUser()),
                            "/error-page");
                    filters.register(context);
                },
                application.isVirtual());
    }

    private static void add(IsolationApplication application, Route route, ServletContext context) {
        ServletRegistration.Dynamic added =
                context.addServlet(route.path(), new IsolationServlet(application, route));
        added.addMapping(route.path());
        added.setAsyncSupported(true);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!IsolationApplication.isLater(route)
                || request.getDispatcherType() == DispatcherType.ASYNC) {
            answer(request, response);
            return;
        }
        AsyncContext async = request.startAsync();
        if (turns.incrementAndGet() % 2 == 0) {
            application.elsewhere().execute(async::dispatch);
        } else {
            application.elsewhere().execute(() -> answer(async));
        }
    }

    private void answer(AsyncContext async) {
        try {
            answer((HttpServletRequest) async.getRequest(), (HttpServletResponse)
                    async.getResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            async.complete();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Answer answer = route.handler().answer(JetonServlet.authentication(request), new byte[0]);
        response.setStatus(answer.status());
        answer.headers().forEach(field -> response.addHeader(field.name(), field.value()));
        response.getOutputStream().write(answer.body());
    }
}
