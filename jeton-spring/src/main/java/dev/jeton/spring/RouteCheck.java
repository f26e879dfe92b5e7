package dev.jeton.spring;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.failure.SettingsException;
import dev.jeton.web.JwtRequirement;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks over an application's handlers when it starts, and keeps it from starting with all that is wrong at once. */
final class RouteCheck implements SmartInitializingSingleton {
    private static final System.Logger LOG = System.getLogger("dev.jeton.spring");

    private final WrittenTypes types;
    private final RouteRules rules;
    private final JetonResolver jetons;
    private final Supplier<Collection<HandlerMethod>> handlers;

    RouteCheck(
            WrittenTypes types,
            RouteRules rules,
            JetonResolver jetons,
            Supplier<Collection<HandlerMethod>> handlers) {
        this.types = types;
        this.rules = rules;
        this.jetons = jetons;
        this.handlers = handlers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> problems = new ArrayList<>();
        Map<Class<?>, List<Method>> heeded = new HashMap<>();
        for (HandlerMethod handler : handlers.get()) {
            heeded.computeIfAbsent(types.of(handler), type -> new ArrayList<>())
                    .add(handler.getMethod());
            addProblems(handler, problems);
        }
        for (String name : types.beans().getBeanDefinitionNames()) {
            Class<?> type = types.of(name);
            if (type != null && !isForeign(type)) {
                addUnheeded(type, heeded.getOrDefault(type, List.of()), problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems.stream().distinct().toList());
        }
    }

    private void addProblems(HandlerMethod handler, List<String> problems) {
        try {
            RouteRule rule = rules.of(handler);
            JwtRequirement requirement = rule.requirement();
            if (requirement != null) {
                addProblems(handler, requirement, problems);
            }
            if (requirement == null || requirement.isOptional()) {
                addParameterProblems(handler, problems);
            }
        } catch (IllegalArgumentException contradiction) {
            problems.add(name(handler.getMethod()) + ": " + contradiction.getMessage());
        }
    }

    private void addProblems(
            HandlerMethod handler, JwtRequirement requirement, List<String> problems) {
        Set<String> names = jetons.known().stream()
                .map(Jeton::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!names.isEmpty() && !names.contains(requirement.by())) {
            problems.add(name(handler.getMethod()) + " wants the Jeton \"" + requirement.by()
                    + "\", and there is only " + names
                    + ": name one of these with by, or declare the other as a bean");
        }
        requirement
                .weakenings()
                .forEach(weakening -> LOG.log(
                        System.Logger.Level.INFO, name(handler.getMethod()) + " " + weakening));
    }

    private static void addParameterProblems(HandlerMethod handler, List<String> problems) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (Parameters.needsToken(parameter)) {
                problems.add(name(handler.getMethod()) + " is open to requests without a token, and"
                        + " its parameter " + parameter.getParameterIndex()
                        + " cannot do without: make it an Optional, or require a token");
            }
        }
    }

    /** Annotations that stand where no request passes. */
    private static void addUnheeded(Class<?> type, List<Method> handlers, List<String> problems) {
        if (handlers.isEmpty() && !Statements.said(type).isEmpty()) {
            problems.add(type.getName() + " handles no requests, so nothing heeds its annotation:"
                    + " annotate a controller");
        }
        ReflectionUtils.doWithMethods(type, method -> {
            if (!method.isSynthetic()
                    && !Statements.said(method).isEmpty()
                    && handlers.stream().noneMatch(handler -> isSame(method, handler))) {
                problems.add(name(method) + " handles no requests, so nothing heeds its annotation:"
                        + " annotate a handler method");
            }
        });
    }

    private static boolean isSame(Method method, Method handler) {
        return method.getName().equals(handler.getName())
                && method.getParameterCount() == handler.getParameterCount();
    }

    private static boolean isForeign(Class<?> type) {
        return type.isInterface()
                || type.getName().startsWith("org.springframework.")
                || type.getName().startsWith("java.");
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
