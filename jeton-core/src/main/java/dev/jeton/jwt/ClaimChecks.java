package dev.jeton.jwt;

import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISMATCH;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISSING;

import dev.jeton.failure.Reason;
import dev.jeton.jose.JoseHeader;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.Examined;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What is checked of a token whose signature holds (RFC 7519 §7.2 step 10, RFC 8725 §3.8 to §3.12). */
final class ClaimChecks {
    private static final int LONGEST_ID = 128;
    private static final String APPLICATION = "application/";

    private final JwtSettings settings;
    private final TimeChecks times;
    private final PartyChecks parties;
    private final String subjectClaim;

    ClaimChecks(JwtSettings settings) {
        this.settings = settings;
        this.times = new TimeChecks(settings.accepting());
        this.parties = new PartyChecks(settings.accepting());
        this.subjectClaim = settings.layout().subjectClaim();
    }

    /** Makes all checks; that of the expiry is the last, so it comes first among the failures only where nothing else is wrong. */
    Examined examine(JoseHeader header, Map<String, @Nullable Object> claims) {
        Examination token = new Examination(header, claims, settings);
        checkMediaType(token);
        checkType(token);
        times.check(token);
        parties.checkIssuer(token);
        parties.checkAudience(token);
        checkSubject(token);
        checkSubBeside(token);
        checkTokenId(token);
        checkSessionId(token);
        times.checkExpiry(token);
        return conclude(token);
    }

    private Examined conclude(Examination token) {
        JwtClaims view = JwtClaims.owning(settings.layout().view(token.claims));
        List<ClaimFailure> failures = token.failures();
        boolean good = failures.isEmpty() || failures.get(0).reason() == Reason.EXPIRED;
        VerifiedJwt jwt = good && token.type != null
                ? new VerifiedJwt(token.header, view, token.type, subject(token), token.expiresAt)
                : null;
        return new Examined(token.header, view, jwt, token.type, failures);
    }

    /** RFC 8725 §3.11: {@code typ} is absent, {@code JWT}, or {@code at+jwt} for access tokens (RFC 9068 §4); nothing is nested. */
    private static void checkMediaType(Examination token) {
        if (token.allows(Allowance.ANY_TYP)) {
            return;
        }
        String typ = token.header.typ();
        boolean good = typ == null
                || isMediaType(typ, "JWT")
                || isMediaType(typ, "at+jwt") && token.type != TokenType.REFRESH;
        if (!good) {
            token.fail(Reason.HEADER_INVALID, "typ", MISMATCH);
        }
        String cty = token.header.cty();
        if (cty != null && isMediaType(cty, "JWT")) {
            token.fail(Reason.HEADER_INVALID, "cty", MISMATCH);
        }
    }

    /** RFC 7515 §4.1.9: {@code application/} may be left out, and the case of letters of ASCII does not count. */
    private static boolean isMediaType(String value, String name) {
        int start = goesOn(value, 0, APPLICATION) ? APPLICATION.length() : 0;
        return value.length() - start == name.length() && goesOn(value, start, name);
    }

    /** Not as Unicode folds case, for which a dotless i is an i. */
    private static boolean goesOn(String value, int from, String expected) {
        if (value.length() - from < expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            char wanted = expected.charAt(i);
            int other = Character.isLetter(wanted) ? wanted ^ 0x20 : wanted;
            char found = value.charAt(from + i);
            if (found != wanted && found != other) {
                return false;
            }
        }
        return true;
    }

    /** RFC 8725 §3.12: tokens of different purposes are told apart. */
    private static void checkType(Examination token) {
        if (token.type == null) {
            token.fail(Reason.CLAIM_INVALID, "type", token.has("type") ? MISMATCH : MISSING);
        }
    }

    /** RFC 7519 §4.1.2. */
    private void checkSubject(Examination token) {
        Object subject = token.claim(subjectClaim);
        boolean missing = !token.has(subjectClaim);
        boolean good = subject instanceof String text
                        && (!text.isEmpty() || token.allows(Allowance.EMPTY_SUBJECT))
                || missing && token.allows(Allowance.MISSING_SUBJECT)
                || !missing && token.allows(Allowance.ANY_SUBJECT);
        if (!good) {
            token.failMistyped(subjectClaim);
        }
    }

    /** RFC 7519 §4.1.2: {@code sub} is a string, also where another claim holds the subject. */
    private void checkSubBeside(Examination token) {
        if (!subjectClaim.equals("sub")
                && token.has("sub")
                && !(token.claim("sub") instanceof String)
                && !token.allows(Allowance.ANY_SUB_BESIDE)) {
            token.failMistyped("sub");
        }
    }

    private String subject(Examination token) {
        Object subject = token.claim(subjectClaim);
        return subject == null ? "" : subject.toString();
    }

    /** RFC 7519 §4.1.7: without it a token cannot be revoked. */
    private static void checkTokenId(Examination token) {
        Object jti = token.claim("jti");
        boolean absent = !token.has("jti") || "".equals(jti);
        boolean good = isId(jti)
                || absent && token.allows(Allowance.MISSING_JTI)
                || token.allows(Allowance.ANY_JTI);
        if (!good) {
            token.failMistyped("jti");
        }
    }

    /** A session that cannot be read could not be ended. */
    private static void checkSessionId(Examination token) {
        if (token.has("sid")
                && !isId(token.claim("sid"))
                && !token.allows(Allowance.ANY_SESSION_ID)) {
            token.failMistyped("sid");
        }
    }

    private static boolean isId(@Nullable Object value) {
        return value instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID;
    }
}
