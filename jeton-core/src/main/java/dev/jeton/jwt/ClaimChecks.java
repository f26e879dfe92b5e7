package dev.jeton.jwt;

import static dev.jeton.jwt.wire.ClaimFailure.Kind.FUTURE;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISMATCH;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISSING;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.MISTYPED;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.OUT_OF_RANGE;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.PAST;
import static dev.jeton.jwt.wire.ClaimFailure.Kind.UNEXPECTED;

import dev.jeton.failure.Reason;
import dev.jeton.jose.JoseHeader;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimFailure;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.jwt.wire.ClaimRules.AcceptedFrom;
import dev.jeton.jwt.wire.ClaimRules.ExpiryRule;
import dev.jeton.jwt.wire.ClaimRules.TypeRule;
import dev.jeton.jwt.wire.Examined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The claim checks of RFC 7519 §4.1 and RFC 8725 §3.8 to §3.12, each a method; all are made, in the order of {@code examine}. */
final class ClaimChecks {
    private static final int ID_LIMIT = 128;

    private final JwtSettings settings;
    private final long skew;
    private final String subjectClaim;

    ClaimChecks(JwtSettings settings) {
        this.settings = settings;
        this.skew = settings.skew().toMillis();
        this.subjectClaim = settings.layout().subjectClaim();
    }

    Examined examine(JoseHeader header, Map<String, @Nullable Object> members) {
        return new Examination(header, members).run();
    }

    /** One token under examination; failures are gathered only when there are any. */
    private final class Examination {
        private final JoseHeader header;
        private final Map<String, @Nullable Object> claims;
        private final @Nullable TokenType type;
        private final ClaimRules rules;
        private final long now = settings.clock().millis();
        private @Nullable List<ClaimFailure> failures;

        Examination(JoseHeader header, Map<String, @Nullable Object> claims) {
            this.header = header;
            this.claims = claims;
            this.type = typeOf(claims.get("type"), claims.containsKey("type"));
            this.rules =
                    type == TokenType.REFRESH ? settings.refreshRules() : settings.accessRules();
        }

        Examined run() {
            long exp = time("exp", !allows(Allowance.MISSING_EXP), NumericDates.NEVER);
            long nbf = time("nbf", false, NumericDates.LONG_AGO);
            long iat = time("iat", settings.maxTokenAge() != null, NumericDates.LONG_AGO);
            checkOrder(iat, nbf, exp);
            checkExpiry(exp);
            checkNotBefore(nbf);
            checkIssuedAt(iat);
            checkIssuer(claims.get("iss"));
            checkAudience(claims.get("aud"));
            checkType();
            checkSubject(claims.get(subjectClaim));
            checkSubBeside();
            checkId(claims.get("jti"));
            checkTyp();
            return conclude(exp);
        }

        private Examined conclude(long exp) {
            JwtClaims view = JwtClaims.owning(settings.layout().view(claims));
            List<ClaimFailure> failed = failures == null ? List.of() : failures;
            boolean usable =
                    failed.stream().allMatch(failure -> failure.reason() == Reason.EXPIRED);
            VerifiedJwt jwt = usable && type != null
                    ? new VerifiedJwt(header, view, type, subject(), exp)
                    : null;
            return new Examined(header, view, jwt, type, failed);
        }

        /** RFC 7519 §2: a NumericDate is a JSON number, a fraction included. */
        private long time(String claim, boolean required, long absent) {
            if (!claims.containsKey(claim)) {
                if (required) {
                    fail(Reason.CLAIM_INVALID, claim, MISSING);
                }
                return absent;
            }
            Object value = claims.get(claim);
            if (allows(Allowance.DIGITS_AS_NUMBERS)) {
                value = NumericDates.digits(value);
            }
            long millis = allows(Allowance.ANY_DATE)
                    ? NumericDates.anyMillis(value)
                    : NumericDates.millis(value);
            if (millis == NumericDates.MISTYPED || millis == NumericDates.OUT_OF_RANGE) {
                fail(
                        Reason.CLAIM_INVALID,
                        claim,
                        millis == NumericDates.MISTYPED ? MISTYPED : OUT_OF_RANGE);
                return absent;
            }
            return millis;
        }

        private void checkOrder(long iat, long nbf, long exp) {
            if ((exp <= iat || exp < nbf) && !allows(Allowance.INCONSISTENT_TIMES)) {
                fail(Reason.CLAIM_INVALID, "exp", OUT_OF_RANGE);
            }
        }

        /** RFC 7519 §4.1.4: a token must not be accepted on or after its expiration time. */
        private void checkExpiry(long exp) {
            if (exp != NumericDates.NEVER && isExpired(exp, rules.expiry())) {
                fail(Reason.EXPIRED, "exp", PAST);
            }
        }

        private boolean isExpired(long exp, ExpiryRule rule) {
            if (exp == NumericDates.LONG_AGO) {
                return true;
            }
            return switch (rule) {
                case AT_EXP -> now >= exp + skew;
                case AT_WHOLE_EXP -> now >= exp - exp % 1000 + skew;
                case AFTER_WHOLE_EXP -> now / 1000 * 1000 > exp - exp % 1000 + skew;
            };
        }

        /** RFC 7519 §4.1.5. */
        private void checkNotBefore(long nbf) {
            if (nbf > now + skew) {
                fail(Reason.NOT_YET_VALID, "nbf", FUTURE);
            }
        }

        /** RFC 7519 §4.1.6; a token from the future, or older than the application wants. */
        private void checkIssuedAt(long iat) {
            if (iat > now + skew && !allows(Allowance.FUTURE_ISSUED_AT)) {
                fail(Reason.NOT_YET_VALID, "iat", FUTURE);
            }
            if (settings.maxTokenAge() != null
                    && iat != NumericDates.LONG_AGO
                    && now - iat >= settings.maxTokenAge().toMillis() + skew) {
                fail(Reason.EXPIRED, "iat", PAST);
            }
        }

        /** RFC 7519 §4.1.1, RFC 8725 §3.8: the exact string. */
        private void checkIssuer(@Nullable Object iss) {
            Set<String> accepted = settings.acceptedIssuers();
            if (accepted.isEmpty() || rules.accepted() == AcceptedFrom.ANYONE) {
                if (iss != null
                        && !(iss instanceof String)
                        && !allows(Allowance.UNEXPECTED_ISSUER)) {
                    fail(Reason.CLAIM_INVALID, "iss", MISTYPED);
                }
            } else if (!(iss instanceof String issuer && accepted.contains(issuer))) {
                fail(Reason.ISSUER_REFUSED, "iss", claims.containsKey("iss") ? MISMATCH : MISSING);
            }
        }

        /** RFC 7519 §4.1.3, RFC 8725 §3.9. */
        private void checkAudience(@Nullable Object aud) {
            Set<String> accepted = settings.acceptedAudiences();
            if (rules.accepted() == AcceptedFrom.ANYONE) {
                return;
            }
            if (accepted.isEmpty()) {
                if (claims.containsKey("aud") && !allows(Allowance.UNEXPECTED_AUDIENCE)) {
                    fail(Reason.AUDIENCE_REFUSED, "aud", UNEXPECTED);
                }
            } else if (!claims.containsKey("aud")) {
                fail(Reason.AUDIENCE_REFUSED, "aud", MISSING);
            } else if (!(aud instanceof String) && !isStringArray(aud)) {
                fail(Reason.AUDIENCE_REFUSED, "aud", MISTYPED);
            } else if (!names(aud, accepted)) {
                fail(Reason.AUDIENCE_REFUSED, "aud", MISMATCH);
            }
        }

        private static boolean isStringArray(@Nullable Object aud) {
            return aud instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        }

        private static boolean names(@Nullable Object aud, Set<String> accepted) {
            return aud instanceof List<?> list
                    ? list.stream().anyMatch(accepted::contains)
                    : aud instanceof String one && accepted.contains(one);
        }

        /** RFC 8725 §3.12: tokens of different purposes are told apart. */
        private void checkType() {
            if (type == null) {
                fail(Reason.CLAIM_INVALID, "type", claims.containsKey("type") ? MISMATCH : MISSING);
            }
        }

        private @Nullable TokenType typeOf(@Nullable Object value, boolean present) {
            if (TokenType.REFRESH.claim().equals(value)) {
                return TokenType.REFRESH;
            }
            TypeRule rule = settings.accessRules().type();
            boolean access = TokenType.ACCESS.claim().equals(value)
                    || rule == TypeRule.ANYTHING_BUT_REFRESH_IS_ACCESS
                    || rule == TypeRule.EXACT_WHERE_A_ROUTE_ASKS
                    || rule == TypeRule.MISSING_IS_ACCESS && !present;
            return access ? TokenType.ACCESS : null;
        }

        /** RFC 7519 §4.1.2. */
        private void checkSubject(@Nullable Object sub) {
            boolean missing = sub == null && !claims.containsKey(subjectClaim);
            boolean good = sub instanceof String text
                            && (!text.isEmpty() || allows(Allowance.EMPTY_SUBJECT))
                    || missing && allows(Allowance.MISSING_SUBJECT)
                    || !missing && allows(Allowance.ANY_SUBJECT);
            if (!good) {
                fail(Reason.CLAIM_INVALID, subjectClaim, missing ? MISSING : MISTYPED);
            }
        }

        /** RFC 7519 §4.1.2: {@code sub} is a string, also where another claim holds the subject. */
        private void checkSubBeside() {
            if (!subjectClaim.equals("sub")
                    && claims.containsKey("sub")
                    && !(claims.get("sub") instanceof String)
                    && !allows(Allowance.ANY_SUB_BESIDE)) {
                fail(Reason.CLAIM_INVALID, "sub", MISTYPED);
            }
        }

        private String subject() {
            Object sub = claims.get(subjectClaim);
            return sub == null ? "" : sub.toString();
        }

        /** RFC 7519 §4.1.7. */
        private void checkId(@Nullable Object jti) {
            boolean missing = jti == null && !claims.containsKey("jti");
            boolean good = jti instanceof String id && !id.isEmpty() && id.length() <= ID_LIMIT
                    || missing && allows(Allowance.MISSING_JTI)
                    || allows(Allowance.ANY_JTI);
            if (!good) {
                fail(Reason.CLAIM_INVALID, "jti", missing ? MISSING : MISTYPED);
            }
        }

        /** RFC 8725 §3.11: {@code typ} is absent, {@code JWT}, or {@code at+jwt} for access tokens (RFC 9068 §4). */
        private void checkTyp() {
            String typ = header.typ();
            if (typ == null || allows(Allowance.ANY_TYP) || typ.equalsIgnoreCase("JWT")) {
                return;
            }
            boolean accessToken =
                    typ.equalsIgnoreCase("at+jwt") || typ.equalsIgnoreCase("application/at+jwt");
            if (!accessToken || type == TokenType.REFRESH) {
                fail(Reason.HEADER_INVALID, "typ", MISMATCH);
            }
        }

        private boolean allows(Allowance allowance) {
            return rules.allows(allowance);
        }

        private void fail(Reason reason, String claim, ClaimFailure.Kind kind) {
            if (failures == null) {
                failures = new ArrayList<>(2);
            }
            failures.add(new ClaimFailure(reason, claim, kind));
        }
    }
}
