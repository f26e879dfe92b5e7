package dev.jeton.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CsrfTest {
    private static final String PASSED = "passed: ada";

    private static Request post(App app, String... claims) {
        return Request.post().cookie("access_token_cookie", app.token(claims));
    }

    private static String message(String answer) {
        return answer.replaceAll("^(\\d+) \\{\"(?:msg|message)\":\"([^\"]*)\".*$", "$1 $2");
    }

    private static String mismatch(Predecessor predecessor) {
        return predecessor == Predecessor.FASTJWT
                ? "401 CSRF double submit does not match"
                : "401 CSRF double submit tokens do not match";
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("An unsafe request with a cookie needs the value that the token holds")
    void value(Predecessor predecessor) {
        App app = App.withCookies(predecessor);
        assertThat(app.answer(post(app, "csrf:\"c\"").header("X-CSRF-TOKEN", "c")))
                .isEqualTo(PASSED);
        for (String other : new String[] {"C", "cc", "é"}) {
            assertThat(message(app.answer(post(app, "csrf:\"c\"").header("X-CSRF-TOKEN", other))))
                    .isEqualTo(mismatch(predecessor));
        }
        assertThat(message(app.answer(post(app, "csrf:\"c\""))))
                .isEqualTo(
                        predecessor == Predecessor.FASTJWT
                                ? "401 Missing JWT in request"
                                : "401 Missing CSRF token");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("The origin of a request is not looked at beside the value, as it never was")
    void origin(Predecessor predecessor) {
        App app = App.withCookies(predecessor);
        assertThat(app.answer(post(app, "csrf:\"c\"")
                        .header("X-CSRF-TOKEN", "c")
                        .header("Origin", "https://example.org")
                        .header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(PASSED);
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("A token without a value protects nothing and is refused")
    void withoutClaim(Predecessor predecessor) {
        App app = App.withCookies(predecessor);
        assertThat(message(app.answer(post(app).header("X-CSRF-TOKEN", "c"))))
                .isEqualTo(
                        predecessor == Predecessor.FASTJWT
                                ? mismatch(predecessor)
                                : "422 Missing claim: csrf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "[\"5\"]", "true"})
    @DisplayName("A value in the token that is no text matches nothing")
    void claimOfAnotherKind(String claim) {
        for (Predecessor each :
                List.of(Predecessor.FLASK_JWT_EXTENDED, Predecessor.QUART_JWT_EXTENDED)) {
            App app = App.withCookies(each);
            assertThat(message(app.answer(post(app, "csrf:" + claim).header("X-CSRF-TOKEN", "5"))))
                    .isEqualTo(mismatch(each));
        }
        App fastJwt = App.withCookies(Predecessor.FASTJWT);
        assertThat(fastJwt.answer(post(fastJwt, "csrf:" + claim).header("X-CSRF-TOKEN", "5")))
                .startsWith("4");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("Safe requests need none, and no other location does")
    void unneeded(Predecessor predecessor) {
        App app = App.withCookies(predecessor);
        assertThat(app.answer(Request.get().cookie("access_token_cookie", app.token())))
                .isEqualTo(PASSED);
        App headers = App.of(predecessor, "JWT_TOKEN_LOCATION", List.of("headers", "cookies"));
        assertThat(headers.answer(Request.post().bearer(headers.token()))).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("Methods in lower case still protect")
    void lowerCaseMethods(Predecessor predecessor) {
        App app = App.withCookies(predecessor, "JWT_CSRF_METHODS", List.of("post"));
        assertThat(app.answer(post(app, "csrf:\"c\""))).startsWith("401 ");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("A method that a header puts in the place of the wire's is protected as well")
    void overriddenMethod(Predecessor predecessor) {
        App app = App.withCookies(predecessor);
        Request hidden = Request.get()
                .cookie("access_token_cookie", app.token("csrf:\"c\""))
                .header("X-HTTP-Method-Override", "POST");
        assertThat(app.answer(hidden)).startsWith("401 ");
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("A form holds the value only where the application looks into forms")
    void form(Predecessor predecessor) {
        App without = App.withCookies(predecessor);
        App with = App.withCookies(predecessor, "JWT_CSRF_CHECK_FORM", true);
        assertThat(without.answer(post(without, "csrf:\"c\"").form("csrf_token=c")))
                .startsWith("401 ");
        assertThat(with.answer(post(with, "csrf:\"c\"").form("a=1&csrf_token=c")))
                .isEqualTo(PASSED);
        assertThat(message(with.answer(post(with, "csrf:\"c\"").form("csrf_token=%C3%A9"))))
                .isEqualTo(mismatch(predecessor));
        assertThat(message(with.answer(
                        post(with, "csrf:\"c\"").header("X-CSRF-TOKEN", "x").form("csrf_token=c"))))
                .isEqualTo(mismatch(predecessor));
    }

    @ParameterizedTest
    @EnumSource(Predecessor.class)
    @DisplayName("Protection is off where the application says so")
    void off(Predecessor predecessor) {
        App app = App.withCookies(predecessor, "JWT_COOKIE_CSRF_PROTECT", false);
        assertThat(app.answer(post(app))).isEqualTo(PASSED);
        assertThat(Forged.payload(app.compat.accessToken("ada", new IssueOptions())))
                .doesNotContain("csrf");
    }

    @Test
    @DisplayName(
            "Without a value Flask and Quart go no further, FastJWT looks in the next location")
    void nextLocation() {
        Object[] places = {"JWT_TOKEN_LOCATION", List.of("cookies", "headers")};
        App fastJwt = App.fastJwt(places);
        for (App app : new App[] {App.flask(places), App.quart(places)}) {
            assertThat(message(app.answer(post(app, "csrf:\"c\"").bearer(app.token()))))
                    .isEqualTo("401 Missing CSRF token");
        }
        assertThat(fastJwt.answer(post(fastJwt, "csrf:\"c\"").bearer(fastJwt.token())))
                .isEqualTo(PASSED);
    }

    @Test
    @DisplayName("Quart's one option for the header goes before those for each type")
    void quartHeader() {
        App app = App.withCookies(
                Predecessor.QUART_JWT_EXTENDED,
                "JWT_CSRF_HEADER_NAME",
                "X-Both",
                "JWT_ACCESS_CSRF_HEADER_NAME",
                "X-Access");
        assertThat(app.answer(post(app, "csrf:\"c\"").header("X-Both", "c"))).isEqualTo(PASSED);
        assertThat(app.answer(post(app, "csrf:\"c\"").header("X-Access", "c"))).startsWith("401 ");
    }
}
