package dev.jeton.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.testkit.conformance.CaseResult.Difference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/** A case that passes is altered in one place, and the runner has to see it. The server answers the same each time. */
class AlteredCaseTest {
    private static final String BODY =
            "{\"identity\": \"alice\", \"claims\": {\"n\": 1.0, \"list\": [1, 2], \"id\": \"123e4567-e89b-42d3-a456-426614174000\","
                    + " \"at\": %d}, \"token\": \"eyJhIjoxfQ.eyJjc3JmIjoiYyJ9.c2ln\", \"user\": null, \"ok\": true}";
    private static final String CASE = """
      {"id": "flask/x/y", "preset": "flask", "about": "a case",
       "settings": {"JWT_SECRET_KEY": "secret"},
       "hooks": {"revoked": ["a"], "answers": {"expired": {"status": 418, "json": 1}}},
       "mint": {"t": {"alg": "HS256", "key": "secret", "header": {"typ": null}, "claims": {"exp": {"<now>": 60}}}},
       "steps": [{
         "request": {"method": "POST", "path": "/a", "headers": [["Authorization", "Bearer ${mint:t}"]],
                     "cookies": {"a": "b"}, "query": [["q", "1"]], "json": {"x": "${mint:t}"}},
         "save": {"token": "token", "csrf": "cookie:csrf"},
         "expect": {"status": 200,
           "json": {"identity": "<any>", "claims": {"n": 1, "list": [1, 2], "id": "<uuid>", "at": {"<now>": 60}},
                    "token": {"<jwt>": {"header": {"a": 1}, "claims": {"csrf": "${csrf}"}}}, "user": null, "ok": true},
           "cookies": [
             {"name": "csrf", "value": "${claim:token.csrf}", "path": "/", "secure": true, "same_site": "Lax"},
             {"name": "old", "value": "", "path": "/", "max_age": 0, "http_only": true},
             {"name": "kept", "value": "<any>", "path": "/", "domain": "test.com", "expires": "future"}],
           "headers": {"X-Kind": "a <any>"}}}]}
      """;

    private CannedServer server;

    @BeforeEach
    void start() {
        server = new CannedServer()
                .answers(
                        200,
                        BODY.formatted(System.currentTimeMillis() / 1000 + 60),
                        "Set-Cookie",
                        "csrf=c; Path=/; Secure; SameSite=Lax",
                        "Set-Cookie",
                        "old=; Max-Age=-1; Path=/; HttpOnly",
                        "Set-Cookie",
                        "kept=v; Domain=test.com; Path=/; Expires=Fri, 01 Jan 2100 00:00:00 GMT",
                        "X-Kind",
                        "a kind");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("the unaltered case passes")
    void passes() {
        assertThat(difference(CASE)).isNull();
        assertThat(server.received()).hasSize(1);
        assertThat(server.received().get(0).authorization().get(0)).startsWith("Bearer eyJ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the answer
                "\"status\": 200,           | \"status\": 201, | status is 200 instead of 201",
                "\"identity\": \"<any>\",   | \"identity\": \"bob\", | json.identity is \"alice\" instead of \"bob\"",
                "\"identity\": \"<any>\",   | \"identity\": \"al<any>x\", | json.identity is \"alice\"",
                "\"identity\": \"<any>\",   | \"identity\": \"bo<any>\", | json.identity is \"alice\"",
                "\"identity\": \"<any>\",   | \"identity\": \"<uuid>\", | json.identity is \"alice\"",
                "\"identity\": \"<any>\",   | \"identity\": \"<jwt>\", | json.identity is \"alice\"",
                "\"identity\": \"<any>\",   | \"identity\": null, | json.identity is \"alice\" instead of null",
                "\"identity\": \"<any>\",   | \"identity\": 5, | json.identity is \"alice\" instead of 5",
                "\"identity\": \"<any>\",   | \"identity\": [], | json.identity is \"alice\" instead of an array",
                "\"identity\": \"<any>\",   | \"identity\": {}, | json.identity is \"alice\" instead of an object",
                "\"identity\": \"<any>\",   | \"identity\": true, | json.identity is \"alice\" instead of true",
                "\"identity\": \"<any>\",   | `` | json.identity is there",
                "\"identity\": \"<any>\",   | \"identity\": \"<any>\", \"more\": 1, | json.more is missing",
                "\"n\": 1,                  | \"n\": 2, | json.claims.n is 1.0 instead of 2",
                "\"n\": 1,                  | \"n\": 1.0000000000000000000001, | json.claims.n is 1.0",
                "\"n\": 1,                  | \"n\": \"1\", | json.claims.n is 1.0",
                "\"n\": 1,                  | \"n\": true, | json.claims.n is 1.0",
                "\"list\": [1, 2]           | \"list\": [2, 1] | json.claims.list[0] is 1 instead of 2",
                "\"list\": [1, 2]           | \"list\": [1] | json.claims.list has 2 elements instead of 1",
                "\"list\": [1, 2]           | \"list\": [1, 2, 3] | json.claims.list has 2 elements instead of 3",
                "\"user\": null             | \"user\": false | json.user is null instead of false",
                "\"ok\": true               | \"ok\": false | json.ok is true instead of false",
                "\"ok\": true               | \"ok\": 1 | json.ok is true instead of 1",
                "{\"<now>\": 60}},          | {\"<now>\": 40}}, | json.claims.at is",
                "{\"<now>\": 60}},          | {\"<now>\": 80}}, | json.claims.at is",
                "\"header\": {\"a\": 1}, \"cl | \"header\": {}, \"cl | json.token<header>.a is there",
                "{\"csrf\": \"${csrf}\"}    | {\"csrf\": \"d\"} | json.token<claims>.csrf is \"c\" instead of \"d\"",
                "{\"csrf\": \"${csrf}\"}    | {} | json.token<claims>.csrf is there",
                "\"X-Kind\": \"a <any>\"    | \"X-Kind\": \"b <any>\" | header X-Kind is a kind",
                "\"X-Kind\": \"a <any>\"    | \"X-Other\": \"<any>\" | header X-Other is missing",
                // the cookies
                "\"${claim:token.csrf}\"    | \"d\" | cookie csrf: value is c instead of d",
                "\"name\": \"csrf\"         | \"name\": \"other\" | cookie other is missing",
                "\"secure\": true,          | `` | cookie csrf: secure is true instead of false",
                "\"secure\": true,          | \"secure\": true, \"http_only\": true, | cookie csrf: http_only is false",
                "\"same_site\": \"Lax\"     | \"same_site\": \"Strict\" | cookie csrf: same_site is Lax instead of Strict",
                "\"secure\": true, \"same_site\": \"Lax\" | \"secure\": true | cookie csrf: same_site is Lax instead of null",
                "\"max_age\": 0,            | \"max_age\": 5, | cookie old: max_age is 0 instead of 5",
                "\"max_age\": 0,            | `` | cookie old: max_age is 0 instead of null",
                "\"max_age\": 0,            | \"expires\": \"future\", | cookie old: max_age is 0 instead of null",
                "\"path\": \"/\", \"max     | \"path\": \"/a\", \"max | cookie old: path is / instead of /a",
                "\"path\": \"/\", \"max     | \"max | cookie old: path is / instead of null",
                "\"domain\": \"test.com\",  | `` | cookie kept: domain is test.com instead of null",
                "\"domain\": \"test.com\",  | \"domain\": \"yolo.com\", | cookie kept: domain is test.com",
                "\"expires\": \"future\"    | \"max_age\": 60 | cookie kept: max_age is null instead of 60",
                "{\"name\": \"old\", \"value\": \"\", \"path\": \"/\", \"max_age\": 0, \"http_only\": true}, | `` | cookie old is set",
                // what is saved
                "\"token\": \"token\"       | \"token\": \"absent\" | no member absent to save",
                "\"cookie:csrf\"            | \"cookie:absent\" | no cookie absent to save",
            })
    @DisplayName("a case that states something else than the answer fails with that difference")
    void findsTheDifference(String stated, String altered, String difference) {
        assertThat(difference(replaced(stated, altered)))
                .contains(difference)
                .startsWith("step 1: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"about\": \"a case\"      | \"about\": \"a case\", \"more\": 1 | case has the unknown member \"more\"",
                "\"preset\": \"flask\"      | \"preset\": \"django\" | unknown preset \"django\"",
                "\"about\": \"a case\",     | `` | case has no member \"about\"",
                "\"revoked\": [\"a\"]       | \"revoked\": \"some\" | hooks.revoked is no array",
                "\"revoked\": [\"a\"]       | \"banned\": [\"a\"] | hooks has the unknown member \"banned\"",
                "\"expired\": {             | \"late\": { | hooks.answers has the unknown member \"late\"",
                "\"status\": 418,           | \"status\": 418, \"body\": 1, | hooks.answers.expired has the unknown member",
                "\"status\": 418            | \"status\": \"418\" | hooks.answers.expired.status is no whole number",
                "\"alg\": \"HS256\"         | \"alg\": \"HS1\" | unknown alg \"HS1\"",
                "\"key\": \"secret\"        | \"key\": \"@nobody\" | unknown key \"@nobody\"",
                "\"key\": \"secret\"        | \"key\": \"secret\", \"tamper\": \"header\" | unknown tamper \"header\"",
                "\"key\": \"secret\"        | \"key\": \"secret\", \"salt\": 1 | mint.t has the unknown member \"salt\"",
                "\"claims\": {\"exp\": {\"<now>\": 60}}}} | \"payload\": 5}} | mint.t.payload is no text",
                "\"claims\": {\"exp\": {\"<now>\": 60}}}} | \"kid\": 5}} | mint.t needs either",
                "{\"exp\": {\"<now>\": 60}} | {\"exp\": {\"<now>\": \"x\"}} | \"<now>\" is followed by no number",
                "${mint:t}                  | ${mint:u} | unknown variable \"mint:u\"",
                "${mint:t}                  | ${u} | unknown variable \"u\"",
                "${claim:token.csrf}        | ${claim:token.sub} | the token \"token\" has no claim \"sub\"",
                "${claim:token.csrf}        | ${claim:token} | \"claim:token\" names no claim",
                "\"method\": \"POST\"       | \"method\": \"POST\", \"body\": \"x\" | the unknown member \"body\"",
                "\"method\": \"POST\"       | \"method\": \"POST\", \"proxy\": \"x\" | the unknown member \"proxy\"",
                "\"path\": \"/a\"           | \"path\": \"/a b\" | cannot be sent",
                "\"Authorization\"          | \"X\\r\\nAuthorization\" | cannot be sent",
                "[[\"Authorization\", \"Bearer ${mint:t}\"]] | [[\"Authorization\"]] | no pair",
                "\"identity\": \"<any>\"    | \"identity\": \"<word>\" | unknown pattern \"<word>\"",
                "\"identity\": \"<any>\"    | \"identity\": {\"<later>\": 5} | unknown pattern {\"<later>\":5}",
                "{\"<now>\": 60}},          | {\"<now>\": 60, \"x\": 1}}, | unknown pattern",
                "\"header\": {\"a\": 1}, \"cl | \"head\": {\"a\": 1}, \"cl | <jwt> has no member \"header\"",
                "\"header\": {\"a\": 1}, \"cl | \"x\": 1, \"header\": {\"a\": 1}, \"cl | <jwt> has the unknown member \"x\"",
                "\"X-Kind\": \"a <any>\"    | \"X-Kind\": null | headers.X-Kind is no text",
                "\"secure\": true           | \"secure\": \"yes\" | secure is neither true nor false",
                "\"secure\": true           | \"partitioned\": true | the unknown member \"partitioned\"",
                "\"same_site\": \"Lax\"     | \"same_site\": \"lax\" | unknown same_site \"lax\"",
                "\"expires\": \"future\"    | \"expires\": \"past\" | unknown expires \"past\"",
                "\"status\": 200,           | \"status\": 200, \"body\": \"x\", | step 1.expect has the unknown member \"body\"",
                "\"status\": 200,           | `` | step 1.expect has no member \"status\"",
                "\"save\": {                | \"keep\": { | step 1 has the unknown member \"keep\"",
                "\"steps\": [{              | \"steps\": [], \"x\": [{ | case has the unknown member \"x\"",
            })
    @DisplayName(
            "a case that says what the runner does not know fails, whatever the server answers")
    void failsOnWhatItDoesNotUnderstand(String stated, String altered, String problem) {
        assertThat(difference(replaced(stated, altered)))
                .contains("not understood: ")
                .contains(problem);
    }

    @Test
    @DisplayName("a cookie attribute that the contract has no word for is a difference")
    void findsUnknownAttributes() {
        server.answers(200, "{}", "Set-Cookie", "a=b; Path=/; Partitioned");

        assertThat(difference(minimal(
                        "\"cookies\": [{\"name\": \"a\", \"value\": \"b\", \"path\": \"/\"}]")))
                .contains("cookie a has the attribute Partitioned");
    }

    @Test
    @DisplayName("where a case lists no cookies, a cookie that is set is a difference")
    void findsCookiesWhereNoneAreListed() {
        server.answers(200, "{}", "Set-Cookie", "a=b");

        assertThat(difference(minimal("\"json\": {}")))
                .contains("cookie a is set, though it is not stated");
    }

    @Test
    @DisplayName(
            "a member that stands twice in an answer, and an answer that is no JSON, are differences")
    void findsBadJson() {
        server.answers(200, "{\"a\": 1, \"a\": 1}");
        assertThat(difference(minimal("\"json\": {\"a\": 1}")))
                .contains("body is not JSON")
                .contains("Duplicate");
        server.answers(200, "{} {}");
        assertThat(difference(minimal("\"json\": {}"))).contains("body is not JSON");
        server.answers(200, "");
        assertThat(difference(minimal("\"json\": null")))
                .contains("body is not JSON: nothing is there");
    }

    @Test
    @DisplayName("a body that the case does not state is not compared, and neither are headers")
    void leavesOutWhatIsNotStated() {
        server.answers(200, "no JSON at all", "X-Other", "x");

        assertThat(difference(minimal("\"cookies\": []"))).isNull();
    }

    @Test
    @DisplayName(
            "an answer of 500, no answer and a case that is not understood are never excused as deviations")
    void excusesNoFailure() {
        Deviations listed = Deviations.parse("flask/x/y\tfor a reason", true);
        server.answers(500, "{}");
        Difference broken = run(minimal("\"json\": {}"));
        server.answers(401, "{}");
        Difference other = run(minimal("\"json\": {}"));
        server.close();
        Difference silent = run(minimal("\"json\": {}"));

        assertThat(CaseResult.of("flask/x/y", broken, listed).kind())
                .isEqualTo(CaseResult.Kind.FAIL);
        assertThat(CaseResult.of("flask/x/y", silent, listed).kind())
                .isEqualTo(CaseResult.Kind.FAIL);
        assertThat(CaseResult.of("flask/x/y", other, listed))
                .hasToString("DEVIATION flask/x/y: for a reason");
    }

    private String minimal(String expectation) {
        return "{\"id\": \"flask/x/y\", \"preset\": \"flask\", \"about\": \"\", \"settings\": {}, \"steps\": ["
                + "{\"request\": {\"method\": \"GET\", \"path\": \"/\"}, \"expect\": {\"status\": 200, "
                + expectation
                + "}}]}";
    }

    private static String replaced(String stated, String altered) {
        assertThat(CASE).contains(stated);
        return CASE.replace(stated, altered == null ? "" : altered);
    }

    private String difference(String text) {
        Difference difference = run(text);
        return difference == null ? null : difference.text();
    }

    private Difference run(String text) {
        String file = "{\"format\": 1, \"topic\": \"x\", \"cases\": [" + text + "]}";
        List<CaseFile.Entry> entries = CaseFile.parse("x.json", file);
        assertThat(entries).hasSize(1);
        ConformanceCase parsed = entries.get(0).parsed();
        if (parsed == null) {
            return new Difference(entries.get(0).problem(), false);
        }
        Keys keys = Keys.parse(Json.write(Map.of()));
        return new CaseRunner(keys, (wanted, all, clock) -> {}, server.port()).run(parsed);
    }
}
