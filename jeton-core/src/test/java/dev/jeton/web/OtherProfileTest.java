package dev.jeton.web;

import static dev.jeton.web.Location.COOKIES;
import static dev.jeton.web.Location.HEADERS;
import static dev.jeton.web.Location.JSON;
import static dev.jeton.web.Location.QUERY_STRING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.failure.Reason;
import dev.jeton.jwt.wire.ClaimRules;
import dev.jeton.web.wire.Check;
import dev.jeton.web.wire.Evidence;
import dev.jeton.web.wire.Found;
import dev.jeton.web.wire.TokenFinder;
import dev.jeton.web.wire.WireProfile;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What another wire profile may change about requests, and what it may not. */
class OtherProfileTest {
    private final WebFixture web = WebFixture.of(HEADERS, COOKIES);
    private @Nullable Evidence evidence;

    @BeforeEach
    void otherProfile() {
        WireProfile standard = StandardProfile.create();
        web.profile = new WireProfile(
                "other",
                ClaimRules.STRICT,
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
}
