package dev.jeton.compat;

import static dev.jeton.web.wire.Check.APPLICATION;
import static dev.jeton.web.wire.Check.CSRF;
import static dev.jeton.web.wire.Check.EXPIRY;
import static dev.jeton.web.wire.Check.FRESH;
import static dev.jeton.web.wire.Check.REVOKED;
import static dev.jeton.web.wire.Check.TYPE;
import static dev.jeton.web.wire.Check.USER;

import dev.jeton.failure.Reason;
import dev.jeton.internal.Ids;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimLayout;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.jwt.wire.ClaimRules.AcceptedFrom;
import dev.jeton.jwt.wire.ClaimRules.ExpiryRule;
import dev.jeton.jwt.wire.ClaimRules.TypeRule;
import dev.jeton.web.CookieSettings.Clearing;
import dev.jeton.web.Location;
import dev.jeton.web.WebRequest;
import dev.jeton.web.wire.Answers;
import dev.jeton.web.wire.Check;
import dev.jeton.web.wire.CookieRules;
import dev.jeton.web.wire.WireProfile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The wire profiles: everything that is particular to a predecessor, in the terms of the core. */
final class Profiles {
    private static final Ids UUIDS = () -> UUID.randomUUID().toString();

    /** What all predecessors read, though Jeton's own rules would not. */
    private static final Set<Allowance> SHARED = EnumSet.of(
            Allowance.MISSING_EXP,
            Allowance.MISSING_JTI,
            Allowance.EMPTY_SUBJECT,
            Allowance.UNEXPECTED_ISSUER,
            Allowance.DIGITS_AS_NUMBERS,
            Allowance.ANY_DATE,
            Allowance.INCONSISTENT_TIMES,
            Allowance.NEGATIVE_LIFETIMES,
            Allowance.UNCHECKED_ISSUED_SUBJECT,
            Allowance.ANY_SESSION_ID,
            Allowance.ANY_TYP);

    private Profiles() {}

    static WireProfile of(Options options, Wording wording, AnswerBook book) {
        Answers answers = (refusal, evidence) -> book.answer(wording.of(refusal, evidence));
        return switch (options.predecessor()) {
            case FLASK_JWT_EXTENDED -> flask(options, answers);
            case QUART_JWT_EXTENDED -> quart(options, answers);
            case FASTJWT -> fastJwt(options, answers);
        };
    }

    /** A token is read before its route is asked: CSRF and the claims go before the expiry, freshness before revocation. */
    private static WireProfile flask(Options options, Answers answers) {
        Set<Allowance> allowances = EnumSet.copyOf(SHARED);
        allowances.add(Allowance.UNEXPECTED_AUDIENCE);
        allowances.add(Allowance.EMPTY_AUDIENCE);
        boolean underSub = options.text("IDENTITY_CLAIM").equals("sub");
        if (!underSub || !options.isOn("VERIFY_SUB")) {
            allowances.add(Allowance.ANY_SUBJECT);
        }
        if (!options.isOn("VERIFY_SUB")) {
            allowances.add(Allowance.ANY_SUB_BESIDE);
        }
        List<Check> checks = List.of(CSRF, EXPIRY, TYPE, FRESH, REVOKED, APPLICATION, USER);
        return new WireProfile(
                options.predecessor().title(),
                rules(allowances, TypeRule.ANYTHING_BUT_REFRESH_IS_ACCESS, ExpiryRule.AT_WHOLE_EXP),
                rules(allowances, TypeRule.ANYTHING_BUT_REFRESH_IS_ACCESS, ExpiryRule.AT_WHOLE_EXP),
                flaskLayout(options),
                UUIDS,
                true,
                Finders::flask,
                UnaryOperator.identity(),
                checks,
                checks,
                new CookieRules(Clearing.AS_SET, true, false),
                Profiles::isOptions,
                false,
                false,
                refusal -> false,
                settings -> answers);
    }

    /** As {@link #flask}, but revocation goes before freshness, and refresh tokens are not shown to the application's check. */
    private static WireProfile quart(Options options, Answers answers) {
        Set<Allowance> allowances = EnumSet.copyOf(SHARED);
        allowances.addAll(EnumSet.of(
                Allowance.ANY_SUBJECT,
                Allowance.ANY_SUB_BESIDE,
                Allowance.ANY_JTI,
                Allowance.FUTURE_ISSUED_AT));
        ClaimRules rules =
                rules(allowances, TypeRule.MISSING_IS_ACCESS, ExpiryRule.AFTER_WHOLE_EXP);
        return new WireProfile(
                options.predecessor().title(),
                rules,
                rules,
                quartLayout(options),
                UUIDS,
                false,
                Finders::quart,
                UnaryOperator.identity(),
                List.of(CSRF, EXPIRY, TYPE, REVOKED, FRESH, APPLICATION, USER),
                List.of(CSRF, EXPIRY, TYPE, REVOKED, FRESH, USER),
                new CookieRules(Clearing.AS_SET, hasCookies(options), false),
                Profiles::isOptions,
                false,
                false,
                refusal -> refusal.reason() == Reason.REQUEST_AMBIGUOUS,
                settings -> answers);
    }

    /** Revocation goes before all else that follows the signature; unknown users are no refusal. */
    private static WireProfile fastJwt(Options options, Answers answers) {
        Set<Allowance> allowances = EnumSet.copyOf(SHARED);
        allowances.add(Allowance.MISSING_SUBJECT);
        allowances.add(Allowance.EMPTY_AUDIENCE);
        ClaimRules rules =
                rules(allowances, TypeRule.EXACT_WHERE_A_ROUTE_ASKS, ExpiryRule.AT_WHOLE_EXP);
        List<Check> checks = List.of(REVOKED, EXPIRY, APPLICATION, TYPE, FRESH, CSRF, USER);
        return new WireProfile(
                options.predecessor().title(),
                rules,
                rules,
                fastJwtLayout(options),
                UUIDS,
                true,
                Finders::fastJwt,
                Profiles::cookiesThenBody,
                checks,
                checks,
                new CookieRules(Clearing.BARE_LAX, hasCookies(options), false),
                request -> false,
                false,
                true,
                refusal -> false,
                settings -> answers);
    }

    private static ClaimRules rules(Set<Allowance> allowances, TypeRule type, ExpiryRule expiry) {
        return new ClaimRules(allowances, type, expiry, AcceptedFrom.CONFIGURED);
    }

    private static Function<String, ClaimLayout> flaskLayout(Options options) {
        return claim -> new FlaskLayout(
                claim,
                options.isOn("ENCODE_NBF"),
                options.textOrTexts("ENCODE_AUDIENCE"),
                options.optionalText("ENCODE_ISSUER"));
    }

    private static Function<String, ClaimLayout> quartLayout(Options options) {
        return claim -> new QuartLayout(
                claim, options.text("USER_CLAIMS"), options.optionalText("ENCODE_ISSUER"));
    }

    private static Function<String, ClaimLayout> fastJwtLayout(Options options) {
        return claim -> new FastJwtLayout(
                claim,
                options.textOrTexts("ENCODE_AUDIENCE"),
                options.optionalText("ENCODE_ISSUER"));
    }

    private static boolean isOptions(WebRequest request) {
        return request.method().equals("OPTIONS");
    }

    static boolean hasCookies(Options options) {
        return options.texts("TOKEN_LOCATION").contains("cookies");
    }

    /** Refresh tokens come by cookie and by body only. */
    private static List<Location> cookiesThenBody(List<Location> configured) {
        return List.of(Location.COOKIES, Location.JSON).stream()
                .filter(configured::contains)
                .toList();
    }
}
