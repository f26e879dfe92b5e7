package dev.jeton.compat;

import dev.jeton.failure.Reason;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.WebSettings;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.RequestParts;
import dev.jeton.web.wire.TokenFinder;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Looks for a token in a member of a JSON body.
 *
 * @param isJson whether the request says that its body is JSON
 * @param falsyIsAbsent whether a member that is null, false, 0 or empty counts as none
 * @param otherKindsAreAbsent whether a member that is no text counts as none; else it is refused
 */
record BodyFinder(
        WebSettings settings,
        Predicate<RequestParts> isJson,
        boolean falsyIsAbsent,
        boolean otherKindsAreAbsent)
        implements TokenFinder {
    static final String NO_TEXT = "Invalid token type. Token must be a <class 'bytes'>";

    /** {@code application/json} to the letter. */
    static boolean isExactlyJson(RequestParts request) {
        return request.contentType().equals("application/json");
    }

    /** {@code application/json} or {@code application/*+json}, with any parameters and in any case. */
    static boolean isJsonOfAnyKind(RequestParts request) {
        String type = request.mediaType();
        return type.equals("application/json")
                || type.startsWith("application/") && type.endsWith("+json");
    }

    @Override
    public Found find(RequestParts request, JwtRequirement requirement) {
        if (!isJson.test(request)) {
            return new Found.Absent("Invalid content-type. Must be application/json.");
        }
        String name = settings.member(requirement.types().get(0));
        Found absent = new Found.Absent("Missing \"" + name + "\" key in json data.");
        Map<String, @Nullable Object> members = request.jsonObject();
        if (members == null || !members.containsKey(name)) {
            return absent;
        }
        Object token = members.get(name);
        if (falsyIsAbsent && ClaimWording.isNothing(token)) {
            return absent;
        }
        if (token instanceof String text) {
            return Found.Token.of(text);
        }
        return otherKindsAreAbsent ? absent : new Found.Refused(Reason.MALFORMED, NO_TEXT);
    }
}
