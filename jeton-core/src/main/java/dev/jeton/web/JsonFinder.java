package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.TokenType;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.RequestParts;
import dev.jeton.web.wire.TokenFinder;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The body location: a member of a strict JSON object in UTF-8 that says it is one (RFC 8259 §8.1). */
final class JsonFinder implements TokenFinder {
    private static final Found ABSENT = new Found.Absent("no member of the name");
    private static final Found NO_JSON = new Found.Absent("no application/json body");
    private static final Found UNREADABLE = new Found.Refused(
            Reason.BODY_UNREADABLE, "the body is too long, or no strict JSON object");
    private static final Found CHARSET =
            new Found.Refused(Reason.BODY_UNREADABLE, "the body is not in UTF-8");
    private static final Found NO_TEXT =
            new Found.Refused(Reason.BODY_UNREADABLE, "the member is not a text, or empty");

    private final WebSettings settings;

    JsonFinder(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public Found find(RequestParts request, JwtRequirement requirement) {
        if (!request.mediaType().equals("application/json")) {
            return NO_JSON;
        }
        String charset = request.charset();
        if (charset == null || !charset.isEmpty() && !charset.equals("utf-8")) {
            return CHARSET;
        }
        byte[] body = request.body();
        if (body != null && body.length == 0) {
            return NO_JSON;
        }
        Map<String, @Nullable Object> object = request.jsonObject();
        return object == null ? UNREADABLE : read(object, requirement);
    }

    private Found read(Map<String, @Nullable Object> object, JwtRequirement requirement) {
        for (TokenType type : requirement.types()) {
            String member = settings.member(type);
            if (object.containsKey(member)) {
                return object.get(member) instanceof String text && !text.isEmpty()
                        ? Found.Token.of(text)
                        : NO_TEXT;
            }
        }
        return ABSENT;
    }
}
