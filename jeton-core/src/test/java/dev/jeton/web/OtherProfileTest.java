package dev.jeton.web;

import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.jwt.wire.ClaimRules.AcceptedFrom;
import dev.jeton.jwt.wire.ClaimRules.ExpiryRule;
import dev.jeton.jwt.wire.ClaimRules.TypeRule;
import dev.jeton.web.wire.Check;
import dev.jeton.web.wire.Evidence;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.TokenFinder;
import dev.jeton.web.wire.WireProfile;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What another wire profile may change about requests, and what it may not. */
class OtherProfileTest {
    private final WebFixture web = WebFixture.of(HEADERS, COOKIES);
    private @Nullable Evidence evidence;

    @BeforeEach
    void otherProfile() {
        web.profile = profile(ClaimRules.STRICT);
    }

    private WireProfile profile(ClaimRules accessRules) {
        WireProfile standard = StandardProfile.create();
        return new WireProfile(
                "other",
                accessRules,
                ClaimRules.STRICT,
                standard.layout(),
                standard.ids(),
                true,
                OtherProfileTest::finders,
                locations -> locations.stream().filter(COOKIES::equals).toList(),
                List.of(Check.CSRF, Check.EXPIRY, Check.TYPE, Check.FRESH, Check.USER),
                List.of(Check.TYPE),
                standard.cookies(),
                request -> request.method().equals("OPTIONS"),
                false,
                true,
                refusal -> refusal.reason() == Reason.EXPIRED,
                settings -> this::answer);
    }

    /** The usual finders of headers and queries, and one of cookies that wants a value of its own with every request. */
    private static Map<Location, TokenFinder> finders(WebSettings settings) {
        return Map.of(
                HEADERS, new HeaderFinder(settings),
                QUERY_STRING, new QueryFinder(settings),
                COOKIES,
                        (request, requirement) -> {
                            List<String> values = request.cookies("jwt");
                            return values.isEmpty()
                                    ? new Found.Absent("no cookie jwt")
                                    : new Found.Token(values.get(0), null, true);
                        });
    }

    private Answer answer(Refusal refusal, Evidence seen) {
        evidence = seen;
        return Answer.empty(422);
    }

    @Test
    @DisplayName("A profile words the answers, with the notes of all locations")
    void answers() {
        Outcome.Denied denied = web.denied(Request.get(), r -> r);
        assertThat(denied.answer().status()).isEqualTo(422);
        assertThat(evidence).isNotNull().satisfies(seen -> {
            assertThat(seen.searched()).containsExactly(HEADERS, COOKIES);
            assertThat(seen.notes())
                    .containsEntry(HEADERS, "no credentials of the scheme")
                    .containsEntry(COOKIES, "no cookie jwt");
            assertThat(seen.token()).isNull();
            assertThat(seen).hasToString("Evidence[searched=[HEADERS, COOKIES]]");
        });
    }

    @Test
    @DisplayName("A profile sees the token that was refused, and its evidence does not show it")
    void evidenceOfToken() {
        String token = web.refresh();
        web.refused(Request.get().bearer(token));
        assertThat(evidence).isNotNull().satisfies(seen -> {
            assertThat(seen.token()).isEqualTo(token);
            assertThat(seen.examined()).isNotNull();
            assertThat(seen.notes()).isEmpty();
            assertThat(seen.toString()).doesNotContain(token);
        });
    }

    @Test
    @DisplayName("The order of a profile's checks decides which failure is reported")
    void order() {
        Request request = Request.get().cookie("jwt", web.access());
        web.clock.forward(Duration.ofDays(1));
        assertThat(web.refused(request)).isEqualTo(Reason.CSRF_MISSING);
    }

    @Test
    @DisplayName("Refresh routes look where the profile says")
    void refreshLocations() {
        assertThat(web.refused(Request.get().bearer(web.refresh()), r -> r.refresh()))
                .isEqualTo(Reason.TOKEN_MISSING);
        web.passed(Request.get().cookie("jwt", web.refresh()), r -> r.refresh());
        assertThat(evidence).isNotNull();
        assertThat(evidence.searched()).containsExactly(COOKIES);
    }

    @Test
    @DisplayName("A profile may forgive elsewhere, and leave the cookies alone")
    void forgiveness() {
        Request request = Request.get().bearer(web.access());
        web.clock.forward(Duration.ofDays(1));
        Outcome outcome = web.decide(request, r -> r.optional());
        assertThat(outcome).isInstanceOf(Outcome.Anonymous.class);
        assertThat(outcome.headers()).isEmpty();
    }

    @Test
    @DisplayName("A profile may let unknown users pass")
    void unknownUsers() {
        web.users = jwt -> null;
        assertThat(web.passed(Request.get().bearer(web.access())).user()).isNull();
    }

    @Test
    @DisplayName("A profile may take the header's token where the query has one too")
    void headerAndQuery() {
        String token = web.access();
        web.passed(
                Request.get().bearer(token).query("jwt=x"),
                r -> r.locations(HEADERS, QUERY_STRING));
    }

    @Test
    @DisplayName(
            "A profile may exempt all OPTIONS, but none that would be handled under another method")
    void exempt() {
        assertThat(web.decide(Request.of("OPTIONS"))).isInstanceOf(Outcome.Unchecked.class);
        assertThat(web.refused(Request.of("OPTIONS").header("X-HTTP-Method-Override", "POST")))
                .isEqualTo(Reason.TOKEN_MISSING);
    }

    @Test
    @DisplayName("A location that the profile does not know holds nothing")
    void unknownLocation() {
        assertThat(web.refused(
                        Request.post().json("{\"access_token\":\"x\"}"), r -> r.locations(JSON)))
                .isEqualTo(Reason.TOKEN_MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer a, Bearer b | a list of credentials",
                "Bearer a b | more than a scheme, one space and a token",
                "Bearer | the scheme without a token"
            })
    @DisplayName("A profile sees why a location was refused")
    void notesOfRefusals(String field, String note) {
        assertThat(web.refused(Request.get().header("Authorization", field)))
                .isEqualTo(Reason.REQUEST_AMBIGUOUS);
        assertThat(evidence).isNotNull();
        assertThat(evidence.notes()).containsExactly(Map.entry(HEADERS, note));
    }

    @Test
    @DisplayName(
            "The checks of the type that a route wants apply, and those of the token's own where it takes any")
    void checksOfTheType() {
        Request refresh = Request.get().cookie("jwt", web.refresh());
        assertThat(web.refused(refresh)).isEqualTo(Reason.CSRF_MISSING);
        web.passed(refresh, r -> r.anyType().locations(COOKIES));
        web.passed(refresh, r -> r.refresh());
    }

    @Test
    @DisplayName(
            "TYP-04: where a profile reads other types as access tokens, routes for access tokens may still insist")
    void typeWhereARouteAsks() {
        web.profile = profile(new ClaimRules(
                Set.of(),
                TypeRule.EXACT_WHERE_A_ROUTE_ASKS,
                ExpiryRule.AT_EXP,
                AcceptedFrom.CONFIGURED));
        Request other = Request.get().bearer(web.saying("type", "other"));
        assertThat(web.refused(other)).isEqualTo(Reason.TYPE_REFUSED);
        web.passed(other, r -> r.anyType());
        web.passed(Request.get().bearer(web.access()));
        web.passed(Request.get().cookie("jwt", web.refresh()), r -> r.refresh());
    }

    @Test
    @DisplayName("TYP-04: where a profile reads other types as access tokens, they open its routes")
    void anyOtherType() {
        web.profile = profile(new ClaimRules(
                Set.of(),
                TypeRule.ANYTHING_BUT_REFRESH_IS_ACCESS,
                ExpiryRule.AT_EXP,
                AcceptedFrom.CONFIGURED));
        Request other = Request.get().bearer(web.saying("type", "other"));
        web.passed(other);
        assertThat(web.refused(other, r -> r.refresh().locations(HEADERS, COOKIES)))
                .isEqualTo(Reason.TOKEN_MISSING);
        assertThat(web.refused(Request.get().bearer(web.refresh()))).isEqualTo(Reason.TYPE_REFUSED);
    }
}
