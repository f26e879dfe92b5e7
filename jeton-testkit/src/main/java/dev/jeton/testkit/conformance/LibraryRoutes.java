package dev.jeton.testkit.conformance;

import dev.jeton.jwt.TokenType;
import dev.jeton.testkit.conformance.ConformanceApplication.Handler;
import dev.jeton.testkit.conformance.ConformanceApplication.Installed;
import dev.jeton.web.Answer;
import dev.jeton.web.HeaderSink;
import dev.jeton.web.HttpHeader;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The routes that make things: JSON in, JSON out, never protected. */
final class LibraryRoutes {
    private static final Map<String, Call> CALLS = Map.of(
            "/make/access",
            (library, body, headers) -> make(library, TokenType.ACCESS, body),
            "/make/refresh",
            (library, body, headers) -> make(library, TokenType.REFRESH, body),
            "/cookies/set",
            LibraryRoutes::setCookies,
            "/cookies/unset",
            LibraryRoutes::unsetCookies,
            "/decode",
            (library, body, headers) -> library.decode(
                    body.take("token"), body.textOrNull("csrf"), body.flag("allow_expired")),
            "/csrf-token",
            (library, body, headers) -> Map.of("csrf", library.csrf(body.take("token"))),
            "/jti",
            (library, body, headers) -> single("jti", library.jti(body.take("token"))),
            "/unverified-header",
            (library, body, headers) -> library.unverifiedHeader(body.take("token")));

    private LibraryRoutes() {}

    /** What a route asks of the library, and the JSON that it answers. */
    private interface Call {
        @Nullable
        Object answer(Library library, Members body, HeaderSink headers);
    }

    static Map<String, Handler> all(Supplier<Installed> installed) {
        Map<String, Handler> handlers = new LinkedHashMap<>();
        CALLS.forEach((path, call) ->
                handlers.put(path, (outcome, body) -> answer(installed.get(), call, body)));
        return handlers;
    }

    private static Answer answer(Installed installed, Call call, byte[] bytes) {
        List<HttpHeader> headers = new ArrayList<>();
        Answer answer;
        try {
            Members body =
                    Members.of(Json.parse(new String(bytes, StandardCharsets.UTF_8)), "body");
            Object json = call.answer(
                    installed.library(),
                    body,
                    (name, value) -> headers.add(new HttpHeader(name, value)));
            body.end();
            answer = Answer.json(200, Json.write(json));
        } catch (NotUnderstoodException e) {
            return Answer.json(
                    400, Json.write(Map.of("not_understood", String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            return installed.library().answerTo(e);
        }
        for (HttpHeader header : headers) {
            answer = answer.with(header.name(), header.value());
        }
        return answer;
    }

    private static Object make(Library library, TokenType type, Members body) {
        Object identity = Json.plain(body.takeOrNull("identity"));
        return Map.of("token", library.make(type, identity, TokenOrder.of(body)));
    }

    private static Object setCookies(Library library, Members body, HeaderSink headers) {
        String access = body.textOrNull("access");
        String refresh = body.textOrNull("refresh");
        Long maxAge = body.takeOrNull("max_age") instanceof JsonNumber number
                ? number.value().longValueExact()
                : null;
        String domain = body.takeOrNull("domain") instanceof String text ? text : null;
        if (access != null) {
            library.setCookie(headers, TokenType.ACCESS, access, maxAge, domain);
        }
        if (refresh != null) {
            library.setCookie(headers, TokenType.REFRESH, refresh, maxAge, domain);
        }
        return Map.of("ok", true);
    }

    private static Object unsetCookies(Library library, Members body, HeaderSink headers) {
        String which = body.text("which");
        List<TokenType> types = switch (which) {
            case "all" -> List.of(TokenType.ACCESS, TokenType.REFRESH);
            case "access" -> List.of(TokenType.ACCESS);
            case "refresh" -> List.of(TokenType.REFRESH);
            default -> throw new NotUnderstoodException("unknown which \"" + which + "\"");
        };
        library.unsetCookies(
                headers, types, body.takeOrNull("domain") instanceof String text ? text : null);
        return Map.of("ok", true);
    }

    private static Map<String, @Nullable Object> single(String name, @Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(name, value);
        return object;
    }
}
