package dev.jeton.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Location;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.method.HandlerMethod;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the annotations of handlers mean, wherever they stand (FRM-20). */
class RulesTest {
    private static final DefaultListableBeanFactory BEANS = new DefaultListableBeanFactory();

    private final RouteRules rules = new RouteRules(
            new WrittenTypes(BEANS),
            new Statements(new Requirements(BEANS)),
            JetonRoutes.defaults());

    static class Nothing {
        public void one() {}
    }

    static class OnMethod {
        @JwtRequired
        public void one() {}

        public void two() {}
    }

    @JwtRequired(roles = "admin")
    static class OnClass {
        public void silent() {}

        @JwtRequired(fresh = true)
        public void own() {}

        @PublicRoute
        public void open() {}
    }

    @PublicRoute
    static class OpenClass {
        @JwtRequired
        public void one() {}

        public void silent() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @JwtRequired(roles = "admin")
    @interface Admin {}

    @Retention(RetentionPolicy.RUNTIME)
    @Admin
    @interface Boss {}

    @Retention(RetentionPolicy.RUNTIME)
    @JwtRequired
    @interface Role {
        @AliasFor(annotation = JwtRequired.class, attribute = "roles")
        String value();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @PublicRoute
    @interface Anyone {}

    static class ByOthers {
        @Admin
        public void meta() {}

        @Boss
        public void twice() {}

        @Role("clerk")
        public void alias() {}

        @Anyone
        public void open() {}

        @Admin
        @JwtRequired(roles = "admin")
        public void same() {}

        @Admin
        @JwtRequired
        public void other() {}

        @PublicRoute
        @JwtRequired
        public void both() {}
    }

    @Boss
    static class ClassByOthers {
        public void one() {}
    }

    interface Api {
        @JwtRequired(roles = "admin")
        void one();

        @JwtRequired(fresh = true)
        default void given() {}

        void silent();
    }

    static class OfApi implements Api {
        @Override
        public void one() {}

        @Override
        public void silent() {}
    }

    static class OwnOverApi implements Api {
        @Override
        @JwtRequired(optional = true)
        public void one() {}

        @Override
        public void given() {}

        @Override
        public void silent() {}
    }

    @JwtRequired(roles = "admin")
    interface Guarded {
        void one();
    }

    static class OfGuarded implements Guarded {
        @Override
        public void one() {}
    }

    interface Narrower extends Api {
        @Override
        @JwtRequired(roles = "boss")
        void one();
    }

    static class OfNarrower implements Narrower {
        @Override
        public void one() {}

        @Override
        public void silent() {}
    }

    interface Generic<T> {
        @JwtRequired(roles = "admin")
        void put(T value);
    }

    static class OfGeneric implements Generic<String> {
        @Override
        public void put(String value) {}

        public void put(Integer value) {}
    }

    abstract static class GenericBase<T> {
        @JwtRequired(roles = "admin")
        public void put(T value) {}
    }

    static class OfGenericBase extends GenericBase<Map<String, Integer>> {
        @Override
        public void put(Map<String, Integer> value) {}
    }

    interface Covariant {
        @JwtRequired
        Object get();
    }

    static class OfCovariant implements Covariant {
        @Override
        public String get() {
            return "";
        }
    }

    static class Middle extends OnClass {}

    static class Inheriting extends Middle {
        @Override
        public void silent() {}

        @Override
        public void own() {}

        @Override
        public void open() {}
    }

    @PublicRoute
    static class Opened extends OnClass {
        public void more() {}
    }

    static class Base {
        @JwtRequired
        public void token() {}

        @JwtRequired(roles = "admin")
        public void admin() {}

        @PublicRoute
        public void open() {}

        @JwtRequired
        private void hidden() {}
    }

    static class Hiding extends Base {
        public void hidden() {}
    }

    @JwtRequired(roles = "admin")
    static class Stricter extends Base {}

    @JwtRequired
    static class Looser extends Base {}

    interface AlsoAdmin {
        @JwtRequired(roles = "admin")
        void one();
    }

    interface Fresh {
        @JwtRequired(fresh = true)
        void one();
    }

    static class Agreeing implements Api, AlsoAdmin {
        @Override
        public void one() {}

        @Override
        public void silent() {}
    }

    static class Torn implements AlsoAdmin, Fresh {
        @Override
        public void one() {}
    }

    static class TornClass extends OpenClass implements Guarded {}

    static class Provided {
        @JwtRequired(optional = true)
        public void one() {}
    }

    static class ProvidedForGuarded extends Provided implements Guarded {}

    public static final class Never implements Predicate<VerifiedJwt> {
        @Override
        public boolean test(VerifiedJwt jwt) {
            return false;
        }
    }

    @JwtRequired(optional = true)
    static class Optional1 extends Base {}

    @JwtRequired(fresh = true)
    static class Fresh1 extends Base {}

    @JwtRequired(maxAuthAge = "5m")
    static class Age1 extends Base {}

    @JwtRequired(refresh = true)
    static class Refresh1 extends Base {}

    @JwtRequired(anyType = true)
    static class AnyType1 extends Base {}

    @JwtRequired(sameOrigin = true)
    static class Origin1 extends Base {}

    @JwtRequired(locations = Location.HEADERS)
    static class Locations1 extends Base {}

    @JwtRequired(scopes = "read")
    static class Scopes1 extends Base {}

    @JwtRequired(where = Never.class)
    static class Where1 extends Base {}

    @JwtRequired(by = "admin")
    static class By1 extends Base {}

    static class Unchecked {
        @JwtRequired(withoutRevocationCheck = true)
        public void one() {}
    }

    @JwtRequired
    static class Checked extends Unchecked {}

    static class Contradictory {
        @JwtRequired(refresh = true, anyType = true)
        public void types() {}

        @JwtRequired(refresh = true, fresh = true)
        public void freshRefresh() {}

        @JwtRequired(maxAuthAge = "soon")
        public void age() {}

        @JwtRequired(scopes = "two words")
        public void scope() {}

        @JwtRequired(locations = {Location.HEADERS, Location.HEADERS})
        public void twice() {}
    }

    record Case(String about, Class<?> type, String method, String expected) {}

    private static List<Case> cases() {
        return List.of(
                new Case("says nothing", Nothing.class, "one", "silent"),
                new Case("a method", OnMethod.class, "one", "access"),
                new Case("beside an annotated method", OnMethod.class, "two", "silent"),
                new Case("a class", OnClass.class, "silent", "access [admin]"),
                new Case("a method before its class", OnClass.class, "own", "access fresh"),
                new Case("an open method of a class", OnClass.class, "open", "public"),
                new Case("a method of an open class", OpenClass.class, "one", "access"),
                new Case("an open class", OpenClass.class, "silent", "public"),
                new Case("a meta-annotation", ByOthers.class, "meta", "access [admin]"),
                new Case("a meta-meta-annotation", ByOthers.class, "twice", "access [admin]"),
                new Case("an attribute's alias", ByOthers.class, "alias", "access [clerk]"),
                new Case("an open meta-annotation", ByOthers.class, "open", "public"),
                new Case("two that say the same", ByOthers.class, "same", "access [admin]"),
                new Case("two that differ", ByOthers.class, "other", "fails: say all in one"),
                new Case("open and closed", ByOthers.class, "both", "fails: say all in one"),
                new Case("a meta-annotated class", ClassByOthers.class, "one", "access [admin]"),
                new Case("an interface's method", OfApi.class, "one", "access [admin]"),
                new Case("an interface's default method", OfApi.class, "given", "access fresh"),
                new Case("an interface's silent method", OfApi.class, "silent", "silent"),
                new Case("its own before the interface's", OwnOverApi.class, "one", "optional"),
                new Case("an overridden default method", OwnOverApi.class, "given", "access fresh"),
                new Case("an interface", OfGuarded.class, "one", "access [admin]"),
                new Case("the narrower interface", OfNarrower.class, "one", "access [boss]"),
                new Case("a narrower interface's other", OfNarrower.class, "given", "access fresh"),
                new Case("a generic interface", OfGeneric.class, "put String", "access [admin]"),
                new Case("an overload beside it", OfGeneric.class, "put Integer", "silent"),
                new Case("a generic base", OfGenericBase.class, "put Map", "access [admin]"),
                new Case("a covariant result", OfCovariant.class, "get", "access"),
                new Case("a base's class", Inheriting.class, "silent", "access [admin]"),
                new Case("an overridden method", Inheriting.class, "own", "access fresh"),
                new Case("an overridden open method", Inheriting.class, "open", "public"),
                new Case("an inherited method", Middle.class, "own", "access fresh"),
                new Case("a base's class, opened", Opened.class, "more", "public"),
                new Case("inherited before opened", Opened.class, "own", "access fresh"),
                new Case("a private namesake", Hiding.class, "hidden", "silent"),
                new Case("inherits less", Stricter.class, "token", "fails: roles"),
                new Case("inherits as much", Stricter.class, "admin", "access [admin]"),
                new Case("inherits open", Stricter.class, "open", "fails: a token"),
                new Case("inherits more", Looser.class, "admin", "access [admin]"),
                new Case("two interfaces that agree", Agreeing.class, "one", "access [admin]"),
                new Case("two interfaces that differ", Torn.class, "one", "fails: differ"),
                new Case("a base and an interface", TornClass.class, "silent", "fails: differ"),
                new Case("provided for less", ProvidedForGuarded.class, "one", "fails: a token"),
                new Case("a stricter class: optional", Optional1.class, "token", "access"),
                new Case("a stricter class: fresh", Fresh1.class, "token", "fails: freshness"),
                new Case("a stricter class: age", Age1.class, "token", "fails: the age"),
                new Case("a stricter class: type", Refresh1.class, "token", "fails: the type"),
                new Case("a looser class: types", AnyType1.class, "token", "access"),
                new Case("a stricter class: origin", Origin1.class, "token", "fails: the origin"),
                new Case("a stricter class: places", Locations1.class, "token", "fails: the loc"),
                new Case("a stricter class: scopes", Scopes1.class, "token", "fails: scopes"),
                new Case("a stricter class: where", Where1.class, "token", "fails: conditions"),
                new Case("another Jeton", By1.class, "token", "fails: the Jeton"),
                new Case("less revocation", Checked.class, "one", "fails: revocation"),
                new Case("two types", Contradictory.class, "types", "fails: keep one of them"),
                new Case("a fresh refresh", Contradictory.class, "freshRefresh", "fails: fresh"),
                new Case("no duration", Contradictory.class, "age", "fails: soon"),
                new Case("no scope", Contradictory.class, "scope", "fails: blanks"),
                new Case("a place twice", Contradictory.class, "twice", "fails: none twice"));
    }

    @TestFactory
    @DisplayName("FRM-20: the most specific annotation holds, and nothing less by accident")
    Stream<DynamicTest> matrix() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.about(), () -> {
                    String found = find(one);
                    if (one.expected().startsWith("fails: ")) {
                        assertThat(found)
                                .startsWith("fails: ")
                                .contains(one.expected().substring("fails: ".length()));
                    } else {
                        assertThat(found).isEqualTo(one.expected());
                    }
                }));
    }

    private String find(Case one) throws Exception {
        HandlerMethod handler = new HandlerMethod(
                one.type().getDeclaredConstructor().newInstance(),
                method(one.type(), one.method()));
        try {
            return text(rules.of(handler));
        } catch (IllegalArgumentException problem) {
            return "fails: " + problem.getMessage();
        }
    }

    /** The method of a name, and of a simple type of parameter where the name goes on so. */
    private static Method method(Class<?> type, String text) {
        String[] parts = text.split(" ");
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isBridge() && method.getName().equals(parts[0]))
                .filter(method -> parts.length == 1
                        || method.getParameterTypes()[0].getSimpleName().equals(parts[1]))
                .findFirst()
                .orElseThrow();
    }

    private static String text(RouteRule rule) {
        JwtRequirement wanted = rule.requirement();
        if (wanted == null) {
            return rule.stated() ? "public" : "silent";
        }
        return (wanted.isOptional() ? "optional" : "access")
                + (wanted.isFresh() ? " fresh" : "")
                + (wanted.roles().isEmpty() ? "" : " " + wanted.roles());
    }

    @JwtRequired(roles = "admin")
    public static class Proxied implements Runnable {
        @Override
        public void run() {}
    }

    @Test
    @DisplayName("FRM-20: a proxy of either kind has the annotations of what is behind it")
    void proxies() throws Exception {
        for (boolean ofClass : new boolean[] {true, false}) {
            ProxyFactory factory = new ProxyFactory(new Proxied());
            factory.setProxyTargetClass(ofClass);
            Object proxy = factory.getProxy();
            HandlerMethod handler = new HandlerMethod(proxy, proxy.getClass().getMethod("run"));
            assertThat(text(rules.of(handler))).isEqualTo("access [admin]");
        }
    }

    static class Everything {
        @JwtRequired(
                optional = true,
                maxAuthAge = "5m",
                sameOrigin = true,
                withoutRevocationCheck = true,
                locations = {Location.COOKIES, Location.HEADERS},
                scopes = {"read", "write"},
                roles = {"admin", "boss"},
                where = Never.class,
                by = "other")
        public void access() {}

        @JwtRequired(logout = true)
        public void logout() {}

        @JwtRequired(anyType = true)
        public void any() {}

        @JwtRequired(refresh = true)
        public void refresh() {}
    }

    private JwtRequirement wanted(String method) {
        RouteRule rule =
                rules.of(new HandlerMethod(new Everything(), method(Everything.class, method)));
        return java.util.Objects.requireNonNull(rule.requirement());
    }

    @Test
    @DisplayName("Every option of an annotation is one of the requirement")
    void options() {
        JwtRequirement wanted = wanted("access");
        assertThat(wanted.isOptional()).isTrue();
        assertThat(wanted.isFresh()).isTrue();
        assertThat(wanted.maxAuthAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(wanted.isSameOrigin()).isTrue();
        assertThat(wanted.isRevocationChecked()).isFalse();
        assertThat(wanted.locations()).containsExactly(Location.COOKIES, Location.HEADERS);
        assertThat(wanted.scopes()).containsExactly("read", "write");
        assertThat(wanted.roles()).containsExactly("admin", "boss");
        assertThat(wanted.where()).isNotNull();
        assertThat(wanted.by()).isEqualTo("other");
        assertThat(wanted("logout").isLogout()).isTrue();
        assertThat(wanted("any").types()).containsExactly(TokenType.ACCESS, TokenType.REFRESH);
        assertThat(wanted("refresh").types()).containsExactly(TokenType.REFRESH);
    }

    @Test
    @DisplayName("An annotation without options wants what a requirement without options does")
    void defaults() {
        RouteRule rule = rules.of(new HandlerMethod(new OnMethod(), method(OnMethod.class, "one")));
        JwtRequirement wanted = java.util.Objects.requireNonNull(rule.requirement());
        assertThat(wanted).usingRecursiveComparison().isEqualTo(JwtRequirement.required());
    }

    @Test
    @DisplayName("No option of a requirement is missing from the annotation")
    void complete() {
        Map<String, Object> options = new TreeMap<>();
        for (Method option : JwtRequired.class.getDeclaredMethods()) {
            options.put(option.getName(), option);
        }
        for (Method option : JwtRequirement.class.getDeclaredMethods()) {
            if (option.getReturnType() == JwtRequirement.class
                    && java.lang.reflect.Modifier.isPublic(option.getModifiers())
                    && !java.lang.reflect.Modifier.isStatic(option.getModifiers())) {
                assertThat(options).containsKey(option.getName());
            }
        }
    }
}
