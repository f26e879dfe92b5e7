package dev.jeton.compat;

import dev.jeton.failure.Reason;
import dev.jeton.failure.TokenRejectedException;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.Examined;
import dev.jeton.web.Refusal;
import dev.jeton.web.wire.Evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a predecessor says of a refusal. It never decides one. */
abstract class Wording {
    private final RawToken.Reading reading;
    private final Set<String> algorithms;
    private final ClaimWording claims;

    Wording(RawToken.Reading reading, Set<String> algorithms, ClaimWording claims) {
        this.reading = reading;
        this.algorithms = algorithms;
        this.claims = claims;
    }

    /** A refused request. */
    abstract Problem of(Refusal refusal, Evidence evidence);

    /** Something that is no good token or no good header, in these words. */
    abstract Problem invalid(String text);

    abstract Problem expired();

    /** A double-submit value beside a token that carries none. */
    abstract Problem valueMissingInToken();

    abstract Problem valueMismatch();

    /** Which failing claims count where the expiry is looked at on its own. */
    abstract boolean counts(ClaimFailure failure);

    /** A text whose signature does not hold, or whose payload is no JSON object. */
    final Problem unreadable(String token, TokenRejectedException refused) {
        return unreadable(token, refused.reason());
    }

    private Problem unreadable(String token, Reason reason) {
        boolean payloadBad = reason == Reason.MALFORMED;
        return invalid(raw(token).problem(algorithms, payloadBad));
    }

    final RawToken raw(String token) {
        return new RawToken(token, reading);
    }

    /** The first claim that is not as it must be, of those that count. */
    final Optional<Problem> claims(Examined examined, Predicate<ClaimFailure> counts) {
        return claims.words(examined, counts).map(this::invalid);
    }

    /** A claim that is not as it must be, on a request. */
    final Problem claims(Evidence evidence) {
        return Optional.ofNullable(evidence.examined())
                .flatMap(examined -> claims(examined, this::counts))
                .orElseGet(() -> invalid("Signature verification failed"));
    }

    /** A refusal before the claims: of the finder, or of the text that it found. */
    final Problem unreadable(Refusal refusal, Evidence evidence) {
        String token = evidence.token();
        return token == null ? invalid(lastNote(evidence)) : unreadable(token, refusal.reason());
    }

    /** The notes of the locations, in the order of the search. */
    static List<String> notes(Evidence evidence) {
        return evidence.searched().stream()
                .map(evidence.notes()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The note of the location that ended the search. */
    static String lastNote(Evidence evidence) {
        List<String> notes = notes(evidence);
        return notes.isEmpty() ? "" : notes.get(notes.size() - 1);
    }

    /** Whether the token has no double-submit value to compare with. */
    static boolean hasNoValue(Evidence evidence) {
        Examined examined = evidence.examined();
        return examined != null && !examined.claims().has("csrf");
    }

    static boolean isExpiry(ClaimFailure failure) {
        return failure.reason() == Reason.EXPIRED;
    }
}
