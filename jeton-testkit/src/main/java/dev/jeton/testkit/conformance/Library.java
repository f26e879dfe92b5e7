package dev.jeton.testkit.conformance;

import dev.jeton.Jeton;
import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Answer;
import dev.jeton.web.HeaderSink;
import dev.jeton.web.TokenCookies;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the application under test asks of Jeton, in the terms of the contract; one for each way of setting Jeton up. */
interface Library {
    /** Decides about the requests of this case. */
    Jeton jeton();

    /** A token of this identity, which is any JSON value. */
    String make(TokenType type, @Nullable Object identity, TokenOrder order);

    /** Sets the cookie of a token; a maximal age or domain that is null was not given. */
    void setCookie(
            HeaderSink sink,
            TokenType type,
            String token,
            @Nullable Long maxAge,
            @Nullable String domain);

    /** Clears the cookies of these types. */
    void unsetCookies(HeaderSink sink, List<TokenType> types, @Nullable String domain);

    /** The claims of a token, which need not be text for this to be asked. */
    Map<String, ? extends @Nullable Object> decode(
            @Nullable Object token, @Nullable String csrf, boolean allowExpired);

    /** The double-submit value of a token. */
    String csrf(@Nullable Object token);

    /** The {@code jti} of a token. */
    @Nullable
    Object jti(@Nullable Object token);

    /** The JOSE header of a token that nobody has verified. */
    Map<String, ? extends @Nullable Object> unverifiedHeader(@Nullable Object token);

    /** The identity that a token carries. */
    @Nullable
    Object identity(VerifiedJwt jwt);

    /** What a call says about cookies; what is null was not given. */
    static UnaryOperator<TokenCookies.Options> given(
            @Nullable Long maxAge, @Nullable String domain) {
        return configured -> {
            TokenCookies.Options options =
                    maxAge == null ? configured : configured.maxAge(Duration.ofSeconds(maxAge));
            return domain == null ? options : options.domain(domain);
        };
    }

    /** What is answered when one of these throws. */
    Answer answerTo(RuntimeException failure);
}
