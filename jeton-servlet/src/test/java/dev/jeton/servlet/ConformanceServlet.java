package dev.jeton.servlet;

import dev.jeton.JetonResolver;
import dev.jeton.testkit.conformance.ConformanceApplication.Route;
import dev.jeton.web.Answer;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.List;

/** A route of an application under test, and how all of them get into a container. */
final class ConformanceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Route route;

    private ConformanceServlet(Route route) {
        this.route = route;
    }

    static ServletContainerInitializer initializer(List<Route> routes, JetonResolver jetons) {
        return (classes, context) -> {
            JetonFilters filters = JetonFilters.of(jetons);
            routes.forEach(route -> add(route, context, filters));
            filters.register(context);
        };
    }

    private static void add(Route route, ServletContext context, JetonFilters filters) {
        context.addServlet(route.path(), new ConformanceServlet(route)).addMapping(route.path());
        if (route.requirement() != null) {
            filters.protect(route.path(), any -> route.requirement());
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!route.methods().contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        Answer answer = route.handler().answer(JetonServlet.authentication(request), body);
        response.setStatus(answer.status());
        answer.headers().forEach(field -> response.addHeader(field.name(), field.value()));
        response.getOutputStream().write(answer.body());
    }
}
