package dev.jeton.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a handler method's annotations say: its own before those that it overrides, and those of methods before those of classes.
 * Where that leaves two, or one that lets more through than a class further down wants, nobody can tell what was meant, and it fails.
 */
record Statements(Requirements requirements) {
    /** What is said on an element of a class. */
    private record Statement(Class<?> by, AnnotatedElement on, Annotation text, RouteRule rule) {}

    /** IllegalArgumentException says what is wrong, and how to mend it. */
    RouteRule of(Method method, Class<?> type) {
        Set<Class<?>> family = family(type);
        Statement onMethod =
                mostSpecific(family.stream().flatMap(member -> overridden(method, member, type)));
        Statement onClass = mostSpecific(family.stream());
        if (onMethod == null) {
            return onClass == null ? RouteRule.SILENT : onClass.rule();
        }
        if (onClass != null && !onClass.by().isAssignableFrom(onMethod.by())) {
            requireNothingLost(onClass, onMethod);
        }
        return onMethod.rule();
    }

    private static void requireNothingLost(Statement onClass, Statement inherited) {
        List<String> lost = onClass.rule().lostIn(inherited.rule());
        if (!lost.isEmpty()) {
            throw new IllegalArgumentException("it inherits the annotation of " + inherited.on()
                    + ", which lacks what " + onClass.on() + " wants (" + String.join(", ", lost)
                    + "): annotate the method itself");
        }
    }

    /** The class, and all that it extends and implements, and what these do. */
    private static Set<Class<?>> family(Class<?> type) {
        Set<Class<?>> family = new LinkedHashSet<>();
        addFamily(type, family);
        return family;
    }

    private static void addFamily(@Nullable Class<?> type, Set<Class<?>> family) {
        if (type != null && family.add(type)) {
            addFamily(type.getSuperclass(), family);
            for (Class<?> implemented : type.getInterfaces()) {
                addFamily(implemented, family);
            }
        }
    }

    /** The method itself where the class declares it, or what it overrides there. */
    private static Stream<? extends AnnotatedElement> overridden(
            Method method, Class<?> member, Class<?> type) {
        return Arrays.stream(member.getDeclaredMethods())
                .filter(other -> other.equals(method)
                        || !other.isBridge()
                                && !Modifier.isPrivate(other.getModifiers())
                                && !Modifier.isStatic(other.getModifiers())
                                && other.getName().equals(method.getName())
                                && Arrays.equals(
                                        parameters(other, type), parameters(method, type)));
    }

    private static Class<?>[] parameters(Method method, Class<?> type) {
        Class<?>[] parameters = new Class<?>[method.getParameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = ResolvableType.forMethodParameter(method, i, type).toClass();
        }
        return parameters;
    }

    private @Nullable Statement mostSpecific(Stream<? extends AnnotatedElement> elements) {
        List<Statement> all = elements.flatMap(element -> on(element).stream()).toList();
        List<Statement> left = all.stream()
                .filter(one -> all.stream().noneMatch(other -> overrides(other, one)))
                .toList();
        for (Statement one : left) {
            if (!one.text().equals(left.get(0).text())) {
                throw new IllegalArgumentException("it inherits two annotations that differ, of "
                        + left.get(0).on() + " and of " + one.on()
                        + ": annotate it itself");
            }
        }
        return left.isEmpty() ? null : left.get(0);
    }

    private static boolean overrides(Statement other, Statement one) {
        return other.by() != one.by() && one.by().isAssignableFrom(other.by());
    }

    private List<Statement> on(AnnotatedElement element) {
        List<Annotation> texts = said(element);
        if (texts.isEmpty()) {
            return List.of();
        }
        if (texts.size() > 1) {
            throw new IllegalArgumentException(
                    element + " has " + texts.size()
                            + " annotations of Jeton that differ, its own or those of others: say all in one");
        }
        Annotation text = texts.get(0);
        RouteRule rule = text instanceof JwtRequired required
                ? RouteRule.of(requirements.of(required))
                : RouteRule.PUBLIC;
        Class<?> by =
                element instanceof Method method ? method.getDeclaringClass() : (Class<?>) element;
        return List.of(new Statement(by, element, text, rule));
    }

    /** The annotations of Jeton on an element, by themselves or by others; equal ones count once. */
    static List<Annotation> said(AnnotatedElement element) {
        MergedAnnotations found = MergedAnnotations.from(element);
        List<Annotation> said = new ArrayList<>();
        found.stream(JwtRequired.class).forEach(one -> said.add(one.synthesize()));
        found.stream(PublicRoute.class).forEach(one -> said.add(one.synthesize()));
        return said.stream().distinct().toList();
    }
}
