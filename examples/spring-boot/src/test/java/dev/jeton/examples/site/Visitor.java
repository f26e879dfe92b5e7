package dev.jeton.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does, as far as HTTP goes: keeps cookies, says that it loads pages, and follows redirects when it is told to. */
final class Visitor {
    static final String PASSWORD = "analytical engine";

    private static final int MOST_REDIRECTS = 5;
    private static final Pattern CSRF = Pattern.compile("name=\"csrf_token\" value=\"([\\w-]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Its cookies by their names. */
    final Map<String, String> cookies = new TreeMap<>();

    /** What it says beside cookies. */
    final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "Sec-Fetch-Mode", "navigate",
            "Sec-Fetch-Site", "same-origin",
            "Accept", "text/html,*/*;q=0.8"));

    private final RunningSite site;
    private String lastBody = "";

    Visitor(RunningSite site) {
        this.site = site;
    }

    /** A visitor with an account of this name. */
    static Visitor signedUp(RunningSite site, String name) {
        Visitor visitor = new Visitor(site);
        assertThat(visitor.post("/signup", "name", name, "password", PASSWORD))
                .satisfies(answer -> assertRedirect(answer, "/notes"));
        return visitor;
    }

    /** A script of a page of the site, with the same cookies. */
    Visitor script() {
        Visitor script = new Visitor(site);
        script.cookies.putAll(cookies);
        script.headers.put("Sec-Fetch-Mode", "cors");
        script.headers.put("Accept", "*/*");
        script.headers.put("X-CSRF-TOKEN", cookies.getOrDefault("csrf_token", ""));
        return script;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String... fields) {
        return send("POST", path, form(fields));
    }

    /** Fills in the form of a page, its hidden field too. */
    HttpResponse<String> submit(String page, String... fields) {
        Matcher csrf = CSRF.matcher(arrive(get(page)).body());
        assertThat(csrf.find()).isTrue();
        return send("POST", page, form(fields) + "&csrf_token=" + csrf.group(1));
    }

    HttpResponse<String> logIn(String name, String password, String next) {
        return post("/login", "name", name, "password", password, "next", next);
    }

    HttpResponse<String> send(String method, String path, String body) {
        lastBody = body;
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(site.url("/")).resolve(path))
                .method(method, BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String field) {
        String[] cookie = field.split(";", 2)[0].split("=", 2);
        if (cookie[1].isEmpty()) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }

    /** Where the redirects end. */
    HttpResponse<String> arrive(HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int hops = 0; answer.statusCode() / 100 == 3; hops++) {
            assertThat(hops).as("redirects").isLessThan(MOST_REDIRECTS);
            boolean repeats = answer.statusCode() == 307;
            answer = send(
                    repeats ? answer.request().method() : "GET",
                    location(answer),
                    repeats ? lastBody : "");
        }
        return answer;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static void assertRedirect(HttpResponse<String> answer, String location) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 399);
        assertThat(location(answer)).isEqualTo(location);
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
