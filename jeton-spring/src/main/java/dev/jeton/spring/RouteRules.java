package dev.jeton.spring;

import dev.jeton.web.JwtRequirement;

import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of an application's handlers. Each is worked out once. */
final class RouteRules {
    /** A handler that brings its rule along, such as a functional one. */
    interface Carrier {
        RouteRule rule();
    }

    private static final RouteRule PROTECTED = new RouteRule(false, JwtRequirement.required());

    private final WrittenTypes types;
    private final Statements statements;
    private final JetonRoutes routes;
    private final Map<HandlerMethod, RouteRule> known = new ConcurrentHashMap<>();

    RouteRules(WrittenTypes types, Statements statements, JetonRoutes routes) {
        this.types = types;
        this.statements = statements;
        this.routes = routes;
    }

    /** What this handler requires. IllegalArgumentException says what is wrong with its annotations. */
    RouteRule of(Object handler) {
        RouteRule rule = RouteRule.SILENT;
        if (handler instanceof HandlerMethod method) {
            rule = ofMethod(method);
        } else if (handler instanceof Carrier carrier) {
            rule = carrier.rule();
        }
        return !rule.stated() && routes.isProtected(handler) ? PROTECTED : rule;
    }

    /** By how it was mapped, which says bean and method; a bean that is not made yet may turn out to be of another class. */
    private RouteRule ofMethod(HandlerMethod handler) {
        if (handler.getBean() instanceof String) {
            return workedOut(handler);
        }
        HandlerMethod mapped = handler.getResolvedFromHandlerMethod();
        HandlerMethod key = mapped == null ? handler : mapped;
        RouteRule rule = known.get(key);
        if (rule == null) {
            rule = workedOut(handler);
            known.put(key, rule);
        }
        return rule;
    }

    private RouteRule workedOut(HandlerMethod handler) {
        Class<?> type = types.of(handler);
        return statements.of(ClassUtils.getMostSpecificMethod(handler.getMethod(), type), type);
    }
}
