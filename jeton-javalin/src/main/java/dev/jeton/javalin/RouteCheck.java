package dev.jeton.javalin;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.failure.SettingsException;

import io.javalin.config.JavalinState;
import io.javalin.http.servlet.DefaultTasks;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks over an application's routes when it starts, and over each that is added later. */
final class RouteCheck {
    private final Set<String> names;

    RouteCheck(JetonResolver jetons) {
        names = jetons.known().stream()
                .map(Jeton::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Refuses to start with all problems at once. */
    void check(JavalinState state) {
        List<String> problems = new ArrayList<>();
        List<?> tasks = state.servletRequestLifecycle;
        int guard = tasks.indexOf(DefaultTasks.INSTANCE.getBEFORE_MATCHED());
        if (guard < 0 || guard > tasks.indexOf(DefaultTasks.INSTANCE.getHTTP())) {
            problems.add("the request life cycle skips the guard of the routes:"
                    + " keep DefaultTasks.BEFORE_MATCHED before DefaultTasks.HTTP");
        }
        for (ParsedEndpoint route : state.internalRouter.allHttpHandlers()) {
            String name = route.endpoint.method + " " + route.endpoint.path;
            addProblems(name, RouteGuard.roles(route.endpoint.metadata(Roles.class)), problems);
        }
        state.internalRouter
                .allWsHandlers()
                .forEach(route ->
                        addProblems("socket " + route.getPath(), route.getRoles(), problems));
        refuse(problems);
        state.events.handlerAdded(route ->
                checkLater(route.getHttpMethod() + " " + route.getPath(), route.getRoles()));
        state.events.wsHandlerAdded(
                route -> checkLater("socket " + route.getPath(), route.getRoles()));
    }

    private void checkLater(String route, Set<? extends RouteRole> roles) {
        List<String> problems = new ArrayList<>();
        addProblems(route, roles, problems);
        refuse(problems);
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private void addProblems(String route, Set<? extends RouteRole> roles, List<String> problems) {
        List<JwtRequired> ours = roles.stream()
                .filter(JwtRequired.class::isInstance)
                .map(JwtRequired.class::cast)
                .toList();
        if (ours.size() > 1) {
            problems.add(
                    route + " has " + ours.size() + " roles of Jeton: say all that it requires in"
                            + " one, as in jwtRequired(r -> r.fresh().roles(\"admin\"))");
        }
        for (JwtRequired role : ours) {
            String by = role.requirement().by();
            if (!names.isEmpty() && !names.contains(by)) {
                problems.add(route + " wants the Jeton \"" + by + "\", and there is only " + names
                        + ": name one of these with by(...), or add the other to the plugin");
            }
        }
    }
}
