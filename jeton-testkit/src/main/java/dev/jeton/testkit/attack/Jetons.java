package dev.jeton.testkit.attack;

import dev.jeton.Jeton;
import dev.jeton.JetonBuilder;
import dev.jeton.JetonResolver;
import dev.jeton.failure.CheckUnavailableException;
import dev.jeton.testkit.MovableClock;
import dev.jeton.web.Location;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The Jetons of an application under attack: the defaults, and what some rows need beside them; all with one secret. */
final class Jetons {
    static final String HOSTILE = "hostile";
    static final String FORM = "form";
    static final String TRUSTING = "trusting";
    static final String DOMAIN = "domain";
    static final String UNPREFIXED = "unprefixed";
    static final String OTHER_FIELD = "other-field";
    static final String BROKEN_CHECK = "broken-check";
    static final String BROKEN_USERS = "broken-users";
    static final String NO_USERS = "no-users";
    static final String BROKEN_STORE = "broken-store";
    static final String TRUSTED_ORIGIN = "https://app.example.org";

    private final Map<String, Jeton> byName = new HashMap<>();
    private final Journal journal;
    private final String secret;
    private final MovableClock clock;

    Jetons(Journal journal, String secret, MovableClock clock) {
        this.journal = journal;
        this.secret = secret;
        this.clock = clock;
        add(Jeton.DEFAULT_NAME, builder -> builder);
        addForCookies();
        add(OTHER_FIELD, builder -> builder.headerName("X-Authorization"));
        addFailing();
    }

    private void addForCookies() {
        add(FORM, builder -> builder.locations(Location.COOKIES).csrf(csrf -> csrf.form()));
        add(
                TRUSTING,
                builder -> builder.locations(Location.COOKIES)
                        .csrf(csrf -> csrf.trustedOrigins(TRUSTED_ORIGIN)));
        add(
                DOMAIN,
                builder -> builder.locations(Location.COOKIES)
                        .cookies(cookies -> cookies.domain("example.org")));
        add(
                UNPREFIXED,
                builder -> builder.locations(Location.COOKIES)
                        .cookies(cookies -> cookies.withoutPrefixes()));
    }

    private void addFailing() {
        add(
                BROKEN_CHECK,
                builder -> builder.check(token -> {
                    throw new IllegalStateException("broken on purpose");
                }));
        add(
                BROKEN_USERS,
                builder -> builder.users(token -> {
                    throw new IllegalStateException("broken on purpose");
                }));
        add(NO_USERS, builder -> builder.users(token -> null));
        add(
                BROKEN_STORE,
                builder -> builder.revocation(token -> {
                    throw new CheckUnavailableException("away on purpose");
                }));
    }

    /** The Jeton that hostile tokens are aimed at. */
    void addHostile(HostileTokens hostile) {
        byName.put(HOSTILE, watched(HOSTILE, hostile.settle(Jeton.builder())).build());
    }

    private void add(String name, UnaryOperator<JetonBuilder> options) {
        JetonBuilder builder = watched(name, Jeton.builder().secretKey(secret));
        byName.put(name, options.apply(builder).build());
    }

    private JetonBuilder watched(String name, JetonBuilder builder) {
        return builder.name(name)
                .clock(clock)
                .denylist(journal.denylist())
                .check(token -> {
                    journal.ask();
                    return true;
                })
                .users(token -> {
                    journal.ask();
                    return token.subject();
                });
    }

    Jeton get(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    Jeton standard() {
        return get(Jeton.DEFAULT_NAME);
    }

    /** For adapters. */
    JetonResolver resolver() {
        return (request, name) -> get(name);
    }
}
