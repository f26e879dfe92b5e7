package dev.jeton.web;

import static dev.jeton.failure.Reason.MALFORMED;
import static dev.jeton.failure.Reason.REQUEST_AMBIGUOUS;
import static dev.jeton.failure.Reason.TOKEN_MISSING;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLocationTest {
    private static final HttpHeader NO_STORE = new HttpHeader("Cache-Control", "no-store");
    private static final HttpHeader NO_REFERRER = new HttpHeader("Referrer-Policy", "no-referrer");

    private final WebFixture web = WebFixture.of(Location.QUERY_STRING);

    private Request query(String raw) {
        return Request.get().query(raw.replace("TOKEN", web.access()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwt=TOKEN",
                "a=b&jwt=TOKEN",
                "jwt=TOKEN&a=%zz",
                "%6Awt=TOKEN",
                "&&jwt=TOKEN&",
                "jwt2=x&jwt=TOKEN",
                "%zz=x&jwt=TOKEN"
            })
    @DisplayName("RFC 6750 §2.3: the parameter is found among others")
    void found(String raw) {
        assertThat(web.passed(query(raw)).location()).isEqualTo(Location.QUERY_STRING);
    }

    @Test
    @DisplayName(
            "LOC-16, RFC 6750 §2.3: an answer to a token in the URL is neither stored nor passed on as referrer, whatever it is")
    void answerHeaders() {
        assertThat(web.passed(query("jwt=TOKEN")).headers()).containsExactly(NO_STORE, NO_REFERRER);
        assertThat(web.decide(query("jwt=x")).headers()).containsExactly(NO_STORE, NO_REFERRER);
        assertThat(web.decide(query("jwt=x&jwt=y")).headers())
                .containsExactly(NO_STORE, NO_REFERRER);
        assertThat(web.decide(query("a=b")).headers()).isEmpty();
    }

    @Test
    @DisplayName("LOC-16: the query is no location unless it is configured")
    void offByDefault() {
        assertThat(WebFixture.of().refused(query("jwt=TOKEN"))).isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwt=TOKEN&jwt=TOKEN",
                "jwt=TOKEN&jwt=",
                "jwt=TOKEN&%6awt=x",
                "jwt[]=TOKEN",
                "jwt%5B%5D=TOKEN",
                "jwt[0]=TOKEN",
                "jwt=TOKEN&jwt[]=x",
                "jwt=TOKEN;jwt=TOKEN",
                "jwt=TOKEN%3Bjwt=x"
            })
    @DisplayName("LOC-07, RFC 6750 §3.1: the parameter given more than once is ambiguous")
    void repeated(String raw) {
        assertThat(web.refused(query(raw))).isEqualTo(REQUEST_AMBIGUOUS);
    }

    @Test
    @DisplayName("LOC-07: the parameter in the query and in a form at once is ambiguous")
    void queryAndForm() {
        String token = web.access();
        Request both = Request.post().query("jwt=" + token).form("jwt=" + token);
        assertThat(web.refused(both)).isEqualTo(REQUEST_AMBIGUOUS);
        web.passed(Request.post().query("jwt=" + token).form("other=x"));
        assertThat(web.refused(Request.post().form("jwt=" + token))).isEqualTo(TOKEN_MISSING);
        web.passed(Request.post().query("jwt=" + token).form("jwt=%zz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwt=",
                "jwt",
                "jwt=%",
                "jwt=%4",
                "jwt=%zz",
                "jwt=%C0%AE",
                "jwt=%FF",
                "jwt=\u00e9",
                "jwt=%+1",
                "jwt=%\uff11\uff11"
            })
    @DisplayName(
            "SIG-09, ENC-13: an empty parameter, a broken escape or text that is no UTF-8 is a bad request")
    void notDecodable(String raw) {
        assertThat(web.refused(query(raw))).isEqualTo(REQUEST_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwt=TOKEN%00",
                "jwt=TOKEN+",
                "jwt=+TOKEN",
                "jwt=TOKEN%0a",
                "jwt=%22TOKEN%22",
                "jwt=x",
                "jwt=TOKEN#a",
                "jwt=TOKEN?jwt=TOKEN",
                "jwt=TOKEN%3d"
            })
    @DisplayName("ENC-04 to ENC-07: a decoded text that is no token is malformed")
    void malformed(String raw) {
        assertThat(web.refused(query(raw))).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"JWT=TOKEN", "jwt =TOKEN", "jwt%00=TOKEN", "xjwt=TOKEN", "a=jwt=TOKEN", ""})
    @DisplayName("LOC-17: another parameter is not looked at")
    void otherParameters(String raw) {
        assertThat(web.refused(query(raw))).isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("A configured prefix stands before the token, and a value without it is absence")
    void prefix() {
        web.queryPrefix = "Bearer ";
        web.passed(query("jwt=Bearer+TOKEN"));
        web.passed(query("jwt=Bearer%20TOKEN"));
        assertThat(web.refused(query("jwt=TOKEN"))).isEqualTo(TOKEN_MISSING);
        assertThat(web.refused(query("jwt=Bearer+"))).isEqualTo(REQUEST_AMBIGUOUS);
    }
}
