package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Body;
import dev.jeton.testkit.conformance.ConformanceCase.BodyKind;
import dev.jeton.testkit.conformance.ConformanceCase.Cookie;
import dev.jeton.testkit.conformance.ConformanceCase.Expectation;
import dev.jeton.testkit.conformance.ConformanceCase.Pair;
import dev.jeton.testkit.conformance.ConformanceCase.Request;
import dev.jeton.testkit.conformance.ConformanceCase.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one step of a case. */
final class StepParser {
    private static final Set<String> SAME_SITE = Set.of("Strict", "Lax", "None");

    private StepParser() {}

    static Step parse(@Nullable Object value, String where) {
        Members members = Members.of(value, where);
        Request request = request(Members.of(members.take("request"), where + ".request"));
        Map<String, String> save = new LinkedHashMap<>();
        members.objectOrEmpty("save")
                .forEach((name, source) -> save.put(name, Members.text(source, where + ".save")));
        Expectation expect =
                expectation(Members.of(members.take("expect"), where + ".expect"), where);
        members.end();
        return new Step(request, save, expect);
    }

    private static Request request(Members members) {
        Request request = new Request(
                members.text("method"),
                members.text("path"),
                pairs(members.arrayOrEmpty("headers"), "headers"),
                pairs(members.objectOrEmpty("cookies"), "cookies"),
                pairs(members.arrayOrEmpty("query"), "query"),
                body(members));
        members.end();
        return request;
    }

    private static Body body(Members members) {
        BodyKind kind = BodyKind.NONE;
        Object value = null;
        for (BodyKind candidate : List.of(BodyKind.JSON, BodyKind.FORM, BodyKind.TEXT)) {
            String name = candidate == BodyKind.TEXT
                    ? "body"
                    : candidate == BodyKind.JSON ? "json" : "form";
            if (kind == BodyKind.NONE && members.has(name)) {
                kind = candidate;
                value = candidate == BodyKind.FORM
                        ? pairs(members.object(name), name)
                        : members.take(name);
            }
        }
        if (kind == BodyKind.TEXT) {
            Members.text(value, "body");
        }
        return new Body(kind, value, members.textOrNull("content_type"));
    }

    private static List<Pair> pairs(List<?> array, String where) {
        List<Pair> pairs = new ArrayList<>();
        for (Object element : array) {
            List<?> pair = Members.array(element, where);
            if (pair.size() != 2) {
                throw new NotUnderstoodException(where + " has an element that is no pair");
            }
            pairs.add(new Pair(Members.text(pair.get(0), where), Members.text(pair.get(1), where)));
        }
        return pairs;
    }

    private static List<Pair> pairs(Map<String, @Nullable Object> object, String where) {
        List<Pair> pairs = new ArrayList<>();
        object.forEach((name, value) ->
                pairs.add(new Pair(name, Members.text(value, where + "." + name))));
        return pairs;
    }

    private static Expectation expectation(Members members, String where) {
        int status = members.integer("status");
        boolean statesJson = members.has("json");
        Object json = members.takeOrNull("json");
        List<Cookie> cookies = new ArrayList<>();
        for (Object cookie : members.arrayOrEmpty("cookies")) {
            cookies.add(
                    cookie(Members.of(cookie, where + ".expect.cookies[" + cookies.size() + "]")));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        members.objectOrEmpty("headers")
                .forEach((name, text) -> headers.put(name, Members.text(text, "headers." + name)));
        members.end();
        return new Expectation(status, statesJson, json, cookies, headers);
    }

    private static Cookie cookie(Members members) {
        Cookie cookie = new Cookie(
                members.text("name"),
                members.text("value"),
                members.textOrNull("path"),
                members.textOrNull("domain"),
                members.has("max_age") ? Long.valueOf(members.integer("max_age")) : null,
                members.textOrNull("expires"),
                members.flag("http_only"),
                members.flag("secure"),
                members.textOrNull("same_site"));
        members.end();
        if (cookie.expires() != null && !cookie.expires().equals("future")) {
            throw new NotUnderstoodException("unknown expires \"" + cookie.expires() + "\"");
        }
        if (cookie.sameSite() != null && !SAME_SITE.contains(cookie.sameSite())) {
            throw new NotUnderstoodException("unknown same_site \"" + cookie.sameSite() + "\"");
        }
        return cookie;
    }
}
