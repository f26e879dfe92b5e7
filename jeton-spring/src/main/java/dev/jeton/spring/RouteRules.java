package dev.jeton.spring;

import dev.jeton.web.JwtRequirement;

import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of an application's handlers. Each is worked out once. */
final class RouteRules {
    /** A handler that brings its rule along, such as a functional one. */
    interface Carrier {
        RouteRule rule();
    }

    private record Key(Method method, Class<?> type) {}

    private static final RouteRule PROTECTED = new RouteRule(false, JwtRequirement.required());

    private final WrittenTypes types;
    private final Statements statements;
    private final JetonRoutes routes;
    private final Map<Key, RouteRule> known = new ConcurrentHashMap<>();

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

    private RouteRule ofMethod(HandlerMethod handler) {
        Class<?> type = types.of(handler);
        Key key = new Key(handler.getMethod(), type);
        RouteRule rule = known.get(key);
        if (rule == null) {
            rule = statements.of(ClassUtils.getMostSpecificMethod(handler.getMethod(), type), type);
            known.put(key, rule);
        }
        return rule;
    }
}
