package dev.jeton.compat;

import dev.jeton.jose.JwsKey;
import dev.jeton.jwt.TokenType;
import dev.jeton.session.RevocationCheck;
import dev.jeton.web.Answer;
import dev.jeton.web.TokenCheck;
import dev.jeton.web.UserLookup;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts an application of a predecessor together: its options, then its callbacks. Nothing is checked before {@link #build()}. */
public final class CompatBuilder {
    final Options options;
    final Map<AnswerKind, Function<String, Answer>> answers = new EnumMap<>(AnswerKind.class);
    String name = "default";
    Clock clock = Clock.systemUTC();
    boolean implicitRefresh;
    Function<@Nullable Object, @Nullable Object> identity = object -> object;
    BiFunction<@Nullable Object, TokenType, Map<String, ? extends @Nullable Object>> claims =
            (object, type) -> Map.of();
    BiFunction<@Nullable Object, TokenType, Map<String, ? extends @Nullable Object>> headers =
            (object, type) -> Map.of();
    Function<@Nullable Object, @Nullable String> signingKey = object -> null;

    @Nullable
    Function<@Nullable String, @Nullable String> verifyingKey;

    @Nullable
    UserLookup users;

    @Nullable
    TokenCheck check;

    @Nullable
    RevocationCheck revocation;

    CompatBuilder(Predecessor predecessor, Map<String, ? extends @Nullable Object> given) {
        this.options = new Options(predecessor, given);
    }

    /** The name that routes call this application's Jeton by; default {@code default}. */
    public CompatBuilder name(String value) {
        name = value;
        return this;
    }

    /** The time; default: the system's. */
    public CompatBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Makes the identity that a token carries of the object that the application calls a user by: any JSON value. */
    public CompatBuilder identity(Function<@Nullable Object, @Nullable Object> callback) {
        identity = callback;
        return this;
    }

    /** Additional claims of a user's tokens; for Quart-JWT-Extended, the user claims. */
    public CompatBuilder additionalClaims(
            BiFunction<@Nullable Object, TokenType, Map<String, ? extends @Nullable Object>>
                    callback) {
        claims = callback;
        return this;
    }

    /** Additional JOSE header parameters of a user's tokens. */
    public CompatBuilder additionalHeaders(
            BiFunction<@Nullable Object, TokenType, Map<String, ? extends @Nullable Object>>
                    callback) {
        headers = callback;
        return this;
    }

    /** The key that signs a user's tokens, a secret or a private PEM text; null for the configured one. */
    public CompatBuilder signingKeyFor(Function<@Nullable Object, @Nullable String> callback) {
        signingKey = callback;
        return this;
    }

    /**
     * The key that verifies tokens of this kid, a secret or a public PEM text; null for the configured one. The kid is hostile text:
     * nobody has verified it.
     */
    public CompatBuilder verifyingKeyByKid(Function<@Nullable String, @Nullable String> callback) {
        verifyingKey = callback;
        return this;
    }

    /** Loads the user of each good token. */
    public CompatBuilder users(UserLookup callback) {
        users = callback;
        return this;
    }

    /** The application's own word on each good token. */
    public CompatBuilder check(TokenCheck callback) {
        check = callback;
        return this;
    }

    /** Whether a token has been revoked. Quart-JWT-Extended asks only where {@code JWT_BLACKLIST_ENABLED} is on. */
    public CompatBuilder revocation(RevocationCheck callback) {
        revocation = callback;
        return this;
    }

    /** The application's own answer to refusals of this kind, given the library's text. */
    public CompatBuilder answer(AnswerKind kind, Function<String, Answer> answer) {
        answers.put(kind, answer);
        return this;
    }

    /** Installs FastJWT's middleware: an access cookie near its end is renewed by each answer that accepts it. */
    public CompatBuilder implicitRefresh() {
        implicitRefresh = true;
        return this;
    }

    /** The application.
     * @throws dev.jeton.failure.SettingsException with every problem, each with its mend */
    public CompatJeton build() {
        return new Assembly(this).build();
    }

    /** A signing or verifying key that the application gives as text, or null. */
    static @Nullable JwsKey key(SignatureKeys keys, @Nullable String text) {
        return text == null ? null : keys.of(text);
    }
}
