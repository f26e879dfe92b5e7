package dev.jeton.compat;

import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.Examined;
import dev.jeton.web.Location;
import dev.jeton.web.Refusal;
import dev.jeton.web.wire.Evidence;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of Flask-JWT-Extended and Quart-JWT-Extended: an expired token is looked at again without its expiry. */
final class MessageWording extends Wording {
    private final String identityClaim;
    private final String accessTokens;

    MessageWording(
            RawToken.Reading reading, Set<String> algorithms, ClaimWording claims, Names names) {
        super(reading, algorithms, claims);
        this.identityClaim = names.identityClaim();
        this.accessTokens = names.accessTokens();
    }

    /**
     * Names that the words hold.
     *
     * @param identityClaim the claim that holds the identity
     * @param accessTokens what a route for access tokens calls them when it is given another
     */
    record Names(String identityClaim, String accessTokens) {}

    @Override
    Problem of(Refusal refusal, Evidence evidence) {
        return switch (refusal.reason()) {
            case TOKEN_MISSING -> unauthorized(missing(evidence));
            case CSRF_MISSING -> unauthorized(lastNote(evidence));
            case CSRF_MISMATCH, ORIGIN_REFUSED ->
                hasNoValue(evidence) ? valueMissingInToken() : valueMismatch();
            case REQUEST_AMBIGUOUS, BODY_UNREADABLE -> invalid(lastNote(evidence));
            case MALFORMED, HEADER_INVALID, ALGORITHM_REFUSED, KEY_UNKNOWN, SIGNATURE_INVALID ->
                unreadable(refusal, evidence);
            case CLAIM_INVALID, NOT_YET_VALID, AUDIENCE_REFUSED, ISSUER_REFUSED -> claims(evidence);
            case TYPE_REFUSED -> invalid("Only " + wanted(refusal) + " tokens are allowed");
            case EXPIRED -> expired();
            case REVOKED, SESSION_ENDED, REFRESH_REUSED ->
                Problem.of(AnswerKind.REVOKED, "Token has been revoked");
            case NOT_FRESH -> Problem.of(AnswerKind.NEEDS_FRESH, "Fresh token required");
            case APPLICATION_REFUSED, SCOPE_MISSING ->
                Problem.of(AnswerKind.VERIFICATION_FAILED, "User claims verification failed");
            case USER_UNKNOWN ->
                Problem.of(
                        AnswerKind.UNKNOWN_USER,
                        "Error loading the user " + PythonText.of(identity(evidence)));
            case CHECK_UNAVAILABLE -> new Problem(null, 503, "", "Service Unavailable");
            case ERROR -> new Problem(null, 500, "", "Internal Server Error");
        };
    }

    @Override
    Problem invalid(String text) {
        return Problem.of(AnswerKind.INVALID, text);
    }

    @Override
    Problem expired() {
        return Problem.of(AnswerKind.EXPIRED, "Token has expired");
    }

    @Override
    Problem valueMissingInToken() {
        return invalid("Missing claim: csrf");
    }

    @Override
    Problem valueMismatch() {
        return unauthorized("CSRF double submit tokens do not match");
    }

    @Override
    boolean counts(ClaimFailure failure) {
        return !isExpiry(failure);
    }

    private static Problem unauthorized(String text) {
        return Problem.of(AnswerKind.UNAUTHORIZED, text);
    }

    private String wanted(Refusal refusal) {
        return refusal.requirement().types().get(0) == TokenType.REFRESH ? "refresh" : accessTokens;
    }

    private @Nullable Object identity(Evidence evidence) {
        Examined examined = evidence.examined();
        return examined == null ? null : examined.claims().get(identityClaim);
    }

    /** One place is reported by its note, several by a list of places and one of notes. */
    private static String missing(Evidence evidence) {
        List<String> places =
                evidence.searched().stream().map(MessageWording::name).toList();
        String notes = String.join("; ", notes(evidence));
        if (places.size() == 1) {
            return notes;
        }
        int last = places.size() - 1;
        return places.stream()
                        .limit(last)
                        .collect(Collectors.joining(", ", "Missing JWT in ", " or "))
                + places.get(last) + " (" + notes + ")";
    }

    private static String name(Location location) {
        return location.name().toLowerCase(Locale.ROOT);
    }
}
