package dev.jeton.compat;

import dev.jeton.jwt.TokenType;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.Examined;
import dev.jeton.web.Refusal;
import dev.jeton.web.wire.Evidence;

import java.util.Set;

/** The words of FastJWT: one text for each exception, but for what PyJWT says of a bad token. */
final class FastJwtWording extends Wording {
    FastJwtWording(Set<String> algorithms) {
        super(
                RawToken.Reading.PAYLOAD_LATE,
                algorithms,
                new ClaimWording(ClaimWording.Generation.TWO, "sub", true));
    }

    @Override
    Problem of(Refusal refusal, Evidence evidence) {
        return switch (refusal.reason()) {
            case TOKEN_MISSING, CSRF_MISSING ->
                new Problem(
                        AnswerKind.UNAUTHORIZED,
                        401,
                        "MissingTokenError",
                        "Missing JWT in request");
            case CSRF_MISMATCH, ORIGIN_REFUSED -> valueMismatch();
            case REQUEST_AMBIGUOUS,
                    BODY_UNREADABLE,
                    MALFORMED,
                    HEADER_INVALID,
                    ALGORITHM_REFUSED,
                    KEY_UNKNOWN,
                    SIGNATURE_INVALID -> unreadable(refusal, evidence);
            case CLAIM_INVALID, NOT_YET_VALID, AUDIENCE_REFUSED, ISSUER_REFUSED -> claims(evidence);
            case TYPE_REFUSED -> wrongType(refusal.requirement().types().get(0));
            case EXPIRED -> expired();
            case REVOKED, SESSION_ENDED, REFRESH_REUSED ->
                new Problem(AnswerKind.REVOKED, 401, "RevokedTokenError", "Invalid token");
            case NOT_FRESH ->
                new Problem(
                        AnswerKind.NEEDS_FRESH,
                        401,
                        "FreshTokenRequiredError",
                        "Fresh token required");
            case APPLICATION_REFUSED, SCOPE_MISSING -> refused(evidence);
            case USER_UNKNOWN -> other(401, "Unauthorized");
            case CHECK_UNAVAILABLE -> other(503, "Service Unavailable");
            case ERROR -> other(500, "Internal Server Error");
        };
    }

    @Override
    Problem invalid(String text) {
        return new Problem(AnswerKind.INVALID, 422, "JWTDecodeError", text);
    }

    @Override
    Problem expired() {
        return invalid("Signature has expired");
    }

    @Override
    Problem valueMissingInToken() {
        return invalid("Missing 'csrf' claim");
    }

    @Override
    Problem valueMismatch() {
        return new Problem(null, 401, "CSRFError", "CSRF double submit does not match");
    }

    /** The expiry is noticed in its place among the claims. */
    @Override
    boolean counts(ClaimFailure failure) {
        return true;
    }

    private static Problem wrongType(TokenType wanted) {
        return wanted == TokenType.ACCESS
                ? new Problem(null, 401, "AccessTokenRequiredError", "Access token required")
                : new Problem(null, 401, "RefreshTokenRequiredError", "Refresh token required");
    }

    private Problem refused(Evidence evidence) {
        Examined examined = evidence.examined();
        boolean unfit = examined != null && !FastJwtModel.fits(examined.claims());
        return unfit ? invalid(FastJwtModel.UNFIT) : other(403, "Forbidden");
    }

    private static Problem other(int status, String text) {
        return new Problem(null, status, "FastJWTException", text);
    }
}
