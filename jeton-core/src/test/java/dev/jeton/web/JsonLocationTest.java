package dev.jeton.web;

import static dev.jeton.failure.Reason.BODY_UNREADABLE;
import static dev.jeton.failure.Reason.MALFORMED;
import static dev.jeton.failure.Reason.TOKEN_MISSING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.jwt.TokenType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

class JsonLocationTest {
    private final WebFixture web = WebFixture.of(Location.JSON);

    private String text(String json) {
        return json.replace("TOKEN", web.access());
    }

    private Request typed(String contentType) {
        return Request.post()
                .header("Content-Type", contentType)
                .body(text("{\"access_token\":\"TOKEN\"}"));
    }

    @Test
    @DisplayName("A member of a JSON body is found, each type under its own")
    void found() {
        web.passed(Request.post().json(text("{\"a\":[1],\"access_token\":\"TOKEN\"}")));
        String refresh = "{\"refresh_token\":\"" + web.refresh() + "\"}";
        web.passed(Request.post().json(refresh), r -> r.refresh());
        assertThat(web.refused(Request.post().json(refresh))).isEqualTo(TOKEN_MISSING);
        assertThat(web.passed(Request.post().json(refresh), r -> r.anyType())
                        .jwt()
                        .type())
                .isEqualTo(TokenType.REFRESH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json ; charset = UTF-8",
                "application/json; version=1"
            })
    @DisplayName("LOC-09: a body that says it is JSON in UTF-8 is read, parameters allowed")
    void jsonTypes(String contentType) {
        web.passed(typed(contentType));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/jsonx",
                "application/x-www-form-urlencoded",
                "application/problem+json",
                "json",
                "",
                "multipart/form-data",
                "application/json, text/plain",
                "text/plain; application/json"
            })
    @DisplayName("LOC-09: a body of another type is not read")
    void otherTypes(String contentType) {
        Request request = typed(contentType);
        assertThat(web.refused(request)).isEqualTo(TOKEN_MISSING);
        assertThat(request.bodyReads).isZero();
    }

    @Test
    @DisplayName("LOC-09: a body without a type, or with two, is not read")
    void noType() {
        Request untyped = Request.post().body(text("{\"access_token\":\"TOKEN\"}"));
        assertThat(web.refused(untyped)).isEqualTo(TOKEN_MISSING);
        Request twice = typed("application/json").header("Content-Type", "application/json");
        assertThat(web.refused(twice)).isEqualTo(TOKEN_MISSING);
        assertThat(untyped.bodyReads + twice.bodyReads).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-8; charset=utf-16",
                "application/json;charset=x"
            })
    @DisplayName("LOC-08: a body in another charset is unreadable")
    void otherCharset(String contentType) {
        assertThat(web.refused(typed(contentType))).isEqualTo(BODY_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"TOKEN\",\"access_token\":\"TOKEN\"}",
                "{\"access_token\":\"TOKEN\",\"a\":{\"b\":1,\"b\":2}}",
                "{\"access_token\":1}",
                "{\"access_token\":null}",
                "{\"access_token\":[\"TOKEN\"]}",
                "{\"access_token\":\"\"}",
                "[\"TOKEN\"]",
                "\"TOKEN\"",
                "null",
                "1",
                "{",
                "{}{}",
                "{\"access_token\":\"TOKEN\"} x",
                "{'access_token':'TOKEN'}",
                "\ufeff{\"access_token\":\"TOKEN\"}",
                "{\"access_token\":\"TOKEN\",}",
                "{\"access_token\":\"TOKEN\",\"n\":NaN}",
                " "
            })
    @DisplayName(
            "LOC-08, ENC-12, ENC-14: a body that is no strict JSON object, or has another thing than a text for a token, is unreadable")
    void notStrict(String json) {
        Outcome.Denied denied = web.denied(Request.post().json(text(json)), r -> r);
        assertThat(denied.refusal().reason()).isEqualTo(BODY_UNREADABLE);
        assertThat(denied.answer().status()).isEqualTo(400);
    }

    @Test
    @DisplayName("LOC-08: bytes that are no UTF-8 are unreadable")
    void notUtf8() {
        byte[] bytes = text("{\"access_token\":\"TOKEN\",\"a\":\"\u00e9\"}")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(web.refused(Request.post().json("").body(bytes))).isEqualTo(BODY_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"jwt\":\"TOKEN\"}", "{\"refresh_token\":\"TOKEN\"}", ""})
    @DisplayName("A JSON body without the member, and an empty body, hold no token")
    void absent(String json) {
        assertThat(web.refused(Request.post().json(text(json)))).isEqualTo(TOKEN_MISSING);
    }

    @Test
    @DisplayName("LOC-10: a body is read up to 65,536 bytes, and one byte more is unreadable")
    void limit() {
        String start = text("{\"access_token\":\"TOKEN\",\"pad\":\"");
        String fits = start + "x".repeat(65_536 - start.length() - 2) + "\"}";
        web.passed(Request.post().json(fits));
        assertThat(web.refused(Request.post().json(fits + " "))).isEqualTo(BODY_UNREADABLE);
    }

    @Test
    @DisplayName("A body that breaks off is unreadable, whatever the server throws over it")
    void brokenOff() {
        assertThat(web.refused(typed("application/json").breaksOffWith(new IOException("reset"))))
                .isEqualTo(BODY_UNREADABLE);
        assertThat(web.refused(typed("application/json")
                        .breaksOffWith(new IllegalStateException("bad chunk"))))
                .isEqualTo(BODY_UNREADABLE);
    }

    @Test
    @DisplayName("ENC-18: members of other names are plain data")
    void plainData() {
        web.passed(
                Request.post()
                        .json(
                                text(
                                        "{\"@type\":\"x\",\"@class\":\"y\",\"__proto__\":{},\"access_token\":\"TOKEN\"}")));
    }

    @Test
    @DisplayName("A text that is no token is malformed")
    void malformed() {
        assertThat(web.refused(Request.post().json("{\"access_token\":\"x\"}")))
                .isEqualTo(MALFORMED);
    }

    @Test
    @DisplayName("LOC-02: a body is read only when no earlier location held a token")
    void readLast() {
        web.locations.add(0, Location.HEADERS);
        Request request = Request.post().bearer(web.access()).json("{\"access_token\":\"x\"}");
        web.passed(request);
        assertThat(request.bodyReads).isZero();
        assertThat(web.refused(Request.post().json("{\"access_token\":\"x\"}")))
                .isEqualTo(MALFORMED);
    }
}
