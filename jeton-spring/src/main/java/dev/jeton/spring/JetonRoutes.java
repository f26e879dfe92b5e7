package dev.jeton.spring;

import java.util.function.Predicate;

/** What holds for handlers that say nothing themselves. Immutable; a bean of this type is used. */
public final class JetonRoutes {
    private static final JetonRoutes DEFAULTS = new JetonRoutes(false, handler -> false);

    private final boolean all;
    private final Predicate<Object> open;

    private JetonRoutes(boolean all, Predicate<Object> open) {
        this.all = all;
        this.open = open;
    }

    /** Handlers that say nothing are open to everyone. */
    public static JetonRoutes defaults() {
        return DEFAULTS;
    }

    /** Handlers that say nothing want a good access token: static resources, actuator endpoints and functional routes too. */
    public JetonRoutes protectAll() {
        return new JetonRoutes(true, open);
    }

    /**
     * Handlers that are open although they cannot be annotated, such as those for static resources. They are told by the handler
     * that Spring has found, never by a path: {@code publicHandlers(ResourceHttpRequestHandler.class::isInstance)}.
     */
    public JetonRoutes publicHandlers(Predicate<Object> more) {
        return new JetonRoutes(all, open.or(more));
    }

    boolean isProtected(Object handler) {
        return all && !open.test(handler);
    }
}
