package dev.jeton.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** The last thing before any handler, of whatever kind: hands those that may run to the adapter that knows them. */
final class GuardAdapter implements HandlerAdapter, Ordered {
    private final MvcGuard guard;
    private final SingletonSupplier<List<HandlerAdapter>> others;

    GuardAdapter(MvcGuard guard, ApplicationContext context) {
        this.guard = guard;
        this.others = SingletonSupplier.of(() -> others(context));
    }

    private static List<HandlerAdapter> others(ApplicationContext context) {
        return BeanFactoryUtils.beansOfTypeIncludingAncestors(
                        context, HandlerAdapter.class, true, false)
                .values()
                .stream()
                .filter(adapter -> !(adapter instanceof GuardAdapter))
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .toList();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return adapter(handler) != null;
    }

    private @Nullable HandlerAdapter adapter(Object handler) {
        for (HandlerAdapter adapter : others.obtain()) {
            if (adapter.supports(handler)) {
                return adapter;
            }
        }
        return null;
    }

    @Override
    public @Nullable ModelAndView handle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!guard.preHandle(request, response, handler)) {
            return null;
        }
        HandlerAdapter adapter = adapter(handler);
        if (adapter == null) {
            throw new IllegalStateException("no adapter for " + handler);
        }
        try {
            return adapter.handle(request, response, handler);
        } catch (RuntimeException failure) {
            if (MvcGuard.isAnswered(failure, request, response)) {
                return null;
            }
            throw failure;
        }
    }
}
