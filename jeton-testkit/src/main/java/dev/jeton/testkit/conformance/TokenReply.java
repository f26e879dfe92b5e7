package dev.jeton.testkit.conformance;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.testkit.conformance.ConformanceApplication.Handler;
import dev.jeton.testkit.conformance.ConformanceApplication.Installed;
import dev.jeton.web.Answer;
import dev.jeton.web.Location;
import dev.jeton.web.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Tells which token a request came with: the answer of every route that looks at one. */
final class TokenReply implements Handler {
    private final Supplier<Installed> installed;

    TokenReply(Supplier<Installed> installed) {
        this.installed = installed;
    }

    @Override
    public Answer answer(Outcome outcome, byte[] body) {
        Installed present = installed.get();
        Preset preset = present.wanted().preset();
        if (outcome instanceof Outcome.Unchecked && preset != Preset.QUART) {
            return Answer.json(200, "{\"error\":\"unprotected\"}");
        }
        Outcome.Authenticated token = outcome instanceof Outcome.Authenticated some ? some : null;
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("identity", token == null ? null : present.library().identity(token.jwt()));
        reply.put("claims", token == null ? Map.of() : token.jwt().claims().asMap());
        if (preset != Preset.FASTJWT) {
            reply.put("header", token == null ? Map.of() : header(token.jwt()));
        }
        if (preset != Preset.QUART) {
            reply.put("location", token == null ? null : location(token.location(), preset));
        }
        if (present.wanted().hooks().users() != null) {
            reply.put("user", token == null ? null : token.user());
        }
        return Answer.json(200, Json.write(reply));
    }

    private static Map<String, ? extends @Nullable Object> header(VerifiedJwt jwt) {
        return jwt.header().parameters();
    }

    private static String location(Location location, Preset preset) {
        return location == Location.QUERY_STRING && preset == Preset.FASTJWT
                ? "query"
                : location.name().toLowerCase(Locale.ROOT);
    }
}
