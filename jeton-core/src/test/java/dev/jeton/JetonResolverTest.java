package dev.jeton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.failure.SettingsException;
import dev.jeton.web.Location;
import dev.jeton.web.WebRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.function.UnaryOperator;

/** Several Jetons in one application. */
class JetonResolverTest {
    private static final WebRequest REQUEST = TestRequest.anonymous();

    private static Jeton jeton(String name, UnaryOperator<JetonBuilder> more) {
        return more.apply(Jeton.builder().secretKey(JetonBuilderTest.SECRET).name(name))
                .build();
    }

    @Test
    @DisplayName("A Jeton is found by its name, and an unknown name is told with the known ones")
    void byName() {
        Jeton shop = jeton("shop", b -> b);
        Jeton admin = jeton("admin", b -> b);
        JetonResolver resolver = JetonResolver.of(shop, admin);
        assertThat(resolver.resolve(REQUEST, "admin")).isSameAs(admin);
        assertThat(resolver.resolve(REQUEST, "shop")).isSameAs(shop);
        assertThat(resolver.known()).containsExactlyInAnyOrder(admin, shop);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolver.resolve(REQUEST, "default"))
                .withMessage("there is no Jeton named \"default\", only [admin, shop]");
    }

    @Test
    @DisplayName("Two Jetons of one name, and no Jeton at all, fail at start-up")
    void sharedNames() {
        assertThatThrownBy(() -> JetonResolver.of(jeton("a", b -> b), jeton("a", b -> b)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("two Jetons are named \"a\"");
        assertThatThrownBy(() -> JetonResolver.of()).isInstanceOf(SettingsException.class);
    }

    @Test
    @DisplayName(
            "CFG-15: two Jetons that look for their tokens in one cookie fail at start-up, companions included")
    void sharedCookies() {
        Jeton shop = jeton("shop", b -> b.locations(Location.COOKIES));
        Jeton admin = jeton(
                "admin", b -> b.locations(Location.COOKIES).cookies(c -> c.accessName("admin")));
        assertThatThrownBy(() -> JetonResolver.of(shop, admin))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.problems())
                                .containsExactlyInAnyOrder(
                                        "the Jetons \"shop\" and \"admin\" share the cookie __Host-refresh_token: give the cookies of one other names",
                                        "the Jetons \"shop\" and \"admin\" share the cookie csrf_token: give the cookies of one other names"));
    }

    @Test
    @DisplayName("Jetons with cookies of their own, or without any, stand side by side")
    void ownCookies() {
        Jeton shop = jeton("shop", b -> b.locations(Location.COOKIES));
        Jeton admin = jeton(
                "admin",
                b -> b.locations(Location.COOKIES)
                        .cookies(c -> c.accessName("a")
                                .refreshName("b")
                                .accessCsrfName("c")
                                .refreshCsrfName("c")));
        Jeton api = jeton("api", b -> b);
        assertThat(JetonResolver.of(shop, admin, api).known()).hasSize(3);
    }
}
