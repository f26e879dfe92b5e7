package dev.jeton.spring.test;

import dev.jeton.Jeton;
import dev.jeton.web.HeaderSink;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** What {@link WithJwt} says of the test that the present thread runs; a bean of each application that is tested. */
final class CurrentJwt {
    private final BeanFactory beans;
    private final ThreadLocal<@Nullable TestJwt> current = new ThreadLocal<>();

    CurrentJwt(BeanFactory beans) {
        this.beans = beans;
    }

    void begin(WithJwt said) {
        TestJwt jwt = TestJwt.of(said.value()).by(said.by());
        if (said.roles().length > 0) {
            jwt.roles(said.roles());
        }
        if (said.scopes().length > 0) {
            jwt.scopes(said.scopes());
        }
        jwt = said.fresh() ? jwt.fresh() : jwt;
        jwt = said.expired() ? jwt.expired() : jwt;
        jwt = said.refresh() ? jwt.refresh() : jwt;
        current.set(said.cookie() ? jwt.cookie() : jwt);
    }

    void end() {
        current.remove();
    }

    void addTo(HeaderSink request) {
        TestJwt jwt = current.get();
        if (jwt != null) {
            jwt.addTo(request, jeton(jwt, beans));
        }
    }

    /** The application's Jeton of the name that the token says. */
    static Jeton jeton(TestJwt jwt, BeanFactory beans) {
        return beans.getBeanProvider(Jeton.class).stream()
                .filter(jeton -> jeton.name().equals(jwt.by()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("there is no bean of a Jeton that is called \""
                                + jwt.by() + "\": declare one, or say another name by by(…)"));
    }
}
