package dev.jeton.spring;

import dev.jeton.web.JwtRequirement;

import org.springframework.aop.support.AopUtils;
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

    private final Statements statements;
    private final JetonRoutes routes;
    private final Map<Key, RouteRule> known = new ConcurrentHashMap<>();

    RouteRules(Statements statements, JetonRoutes routes) {
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
        Key key = new Key(handler.getMethod(), handler.getBeanType());
        RouteRule rule = known.get(key);
        if (rule == null) {
            Class<?> type = userType(handler);
            rule = statements.of(ClassUtils.getMostSpecificMethod(handler.getMethod(), type), type);
            known.put(key, rule);
        }
        return rule;
    }

    private static Class<?> userType(HandlerMethod handler) {
        return handler.getBean() instanceof String
                ? handler.getBeanType()
                : ClassUtils.getUserClass(AopUtils.getTargetClass(handler.getBean()));
    }
}
