package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.failure.SettingsException;
import dev.jeton.web.Answer;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An application of a predecessor, and what it answers, as {@code status body}. */
final class App {
    /** When all this happens, in seconds. */
    static final long NOW = 1_767_225_600;

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);

    final CompatJeton compat;
    private final Predecessor predecessor;

    private App(Predecessor predecessor, UnaryOperator<CompatBuilder> hooks, Object... options) {
        this.predecessor = predecessor;
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("JWT_SECRET_KEY", Forged.SECRET);
        for (int i = 0; i < options.length; i += 2) {
            given.put((String) options[i], options[i + 1]);
        }
        compat = hooks.apply(predecessor.with(given).clock(CLOCK)).build();
    }

    /** An application with these options, names and values in turn. */
    static App of(Predecessor predecessor, Object... options) {
        return new App(predecessor, hooks -> hooks, options);
    }

    static App flask(Object... options) {
        return of(Predecessor.FLASK_JWT_EXTENDED, options);
    }

    static App quart(Object... options) {
        return of(Predecessor.QUART_JWT_EXTENDED, options);
    }

    static App fastJwt(Object... options) {
        return of(Predecessor.FASTJWT, options);
    }

    /** An application whose only location is cookies. */
    static App withCookies(Predecessor predecessor, Object... more) {
        List<Object> options = new ArrayList<>(List.of("JWT_TOKEN_LOCATION", "cookies"));
        options.addAll(List.of(more));
        return of(predecessor, options.toArray());
    }

    /** What is wrong with these options. */
    static List<String> problems(Predecessor predecessor, Object... options) {
        SettingsException bad =
                catchThrowableOfType(SettingsException.class, () -> of(predecessor, options));
        assertThat(bad).as("problems").isNotNull();
        return bad.problems();
    }

    static App with(
            Predecessor predecessor, UnaryOperator<CompatBuilder> hooks, Object... options) {
        return new App(predecessor, hooks, options);
    }

    /** A signed token with the claims of an access token, then these; a later member of a name counts. */
    String token(String... more) {
        return Forged.token(claims(more));
    }

    /** The claims of a good access token, with these members in place of its own or beside them; {@code -name} takes one out. */
    String claims(String... more) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(predecessor == Predecessor.QUART_JWT_EXTENDED ? "identity" : "sub", "\"ada\"");
        members.put("type", "\"access\"");
        members.put("jti", "\"j1\"");
        members.put("iat", String.valueOf(NOW - 5));
        members.put("nbf", String.valueOf(NOW - 5));
        members.put("exp", String.valueOf(NOW + 900));
        members.put("fresh", "false");
        for (String each : more) {
            int colon = each.indexOf(':');
            if (each.startsWith("-")) {
                members.remove(each.substring(1));
            } else {
                members.put(each.substring(0, colon), each.substring(colon + 1));
            }
        }
        StringBuilder json = new StringBuilder();
        members.forEach((name, value) -> json.append(json.isEmpty() ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return json.append('}').toString();
    }

    Outcome decide(Request request, UnaryOperator<JwtRequirement> route) {
        return compat.jeton().authenticator().authenticate(request, JwtRequirement.of(route));
    }

    String answer(Request request) {
        return answer(request, route -> route);
    }

    /** The answer of a route: {@code status body}, or who passed. */
    String answer(Request request, UnaryOperator<JwtRequirement> route) {
        Outcome outcome = decide(request, route);
        if (outcome instanceof Outcome.Denied denied) {
            return text(denied.answer());
        }
        return outcome instanceof Outcome.Authenticated passed
                ? "passed: " + compat.identity(passed.jwt())
                : outcome.getClass().getSimpleName();
    }

    /** The answer to a token that the application looks at itself. */
    static String refusal(ThrowingCallable call) {
        CompatException refused = catchThrowableOfType(CompatException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        return text(refused.answer());
    }

    private static String text(Answer answer) {
        assertThat(answer.headers()).anyMatch(header -> header.name().equals("Content-Type"));
        return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }
}
