package dev.jeton.web;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.TokenType;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.wire.WireProfile;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The settings of this room, put together by {@code Jeton.builder()}.
 *
 * @param locations where tokens are looked for unless a route says otherwise, in order
 * @param headerName the field of the header location
 * @param headerScheme the scheme before the token, or "" for none
 * @param queryParameter the parameter of the query location
 * @param queryPrefix what stands before the token in that parameter; "" for nothing
 * @param accessMember the member of a JSON body that holds an access token
 * @param refreshMember the member of a JSON body that holds a refresh token
 * @param bodyLimit the longest body that is read, in bytes
 * @param skewMillis how far clocks may differ, for {@code auth_time}
 * @param revocation asked about every good token, or null
 * @param check the application's own word on every good token, or null
 * @param users loads the user of every good token, or null
 * @param answers the application's own answers, by reason
 * @param listener told about each refusal
 * @param keyLookupBlocks whether finding a key may wait for something outside this process
 * @param profile the wire profile
 */
@SuppressWarnings("exports") // the wire profile's package is exported to compat only
public record WebSettings(
        Clock clock,
        List<Location> locations,
        String headerName,
        String headerScheme,
        String queryParameter,
        String queryPrefix,
        String accessMember,
        String refreshMember,
        int bodyLimit,
        long skewMillis,
        CookieSettings cookies,
        CsrfSettings csrf,
        @Nullable RevocationCheck revocation,
        @Nullable TokenCheck check,
        @Nullable UserLookup users,
        Map<Reason, AnswerOverride> answers,
        RefusalListener listener,
        boolean keyLookupBlocks,
        WireProfile profile) {
    /** The member of a JSON body that holds a token of this type. */
    public String member(TokenType type) {
        return type == TokenType.ACCESS ? accessMember : refreshMember;
    }

    /** What keeps these settings from working, a sentence each with its mend; empty when nothing does. */
    public List<String> problems() {
        return new WebProblems(this).all();
    }

    /** Told about refusals; what it throws is logged and changes nothing. */
    @FunctionalInterface
    public interface RefusalListener {
        void refused(Refusal refusal);
    }
}
