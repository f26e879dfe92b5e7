package dev.jeton.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * As much of curl as the README's lines use, over real HTTP: {@code -s -w -X -H -d -b FILE -c FILE} and one address. Cookie files are
 * kept in memory, for one host and the path {@code /}.
 */
final class Curl {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> jars = new HashMap<>();

    /** What one command line says. */
    private static final class Call {
        String method = "";
        String address = "";
        String body = "";
        String sends = "";
        String keeps = "";
        String end = "";
        final Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "*/*"));

        Call(Iterator<String> words) {
            while (words.hasNext()) {
                take(words.next(), words);
            }
            if (address.isEmpty()) {
                throw new AssertionError("curl was given no address");
            }
        }

        private void take(String word, Iterator<String> more) {
            switch (word) {
                case "-s" -> {}
                case "-sw" -> end = more.next().replace("\\n", "\n");
                case "-X" -> method = more.next();
                case "-H" -> header(more.next());
                case "-d" -> body(more.next());
                case "-b" -> sends = more.next();
                case "-c" -> keeps = more.next();
                default -> address(word);
            }
        }

        private void header(String field) {
            int colon = field.indexOf(": ");
            headers.put(field.substring(0, colon), field.substring(colon + 2));
        }

        private void body(String text) {
            body = text;
            method = method.isEmpty() ? "POST" : method;
            headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
        }

        private void address(String word) {
            if (word.startsWith("-") || !address.isEmpty()) {
                throw new AssertionError("curl's argument is not known here: " + word);
            }
            address = "http://" + word;
        }
    }

    /** The body of the answer, whatever its status, and what is to be written behind it. */
    String run(List<String> arguments) {
        Call call = new Call(arguments.iterator());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.address))
                .method(
                        call.method.isEmpty() ? "GET" : call.method,
                        call.body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(call.body));
        call.headers.forEach(request::header);
        Map<String, String> cookies = new LinkedHashMap<>();
        if (!call.sends.isEmpty()) {
            cookies.putAll(jar(call.sends));
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", field(cookies));
        }
        HttpResponse<String> response = send(request.build());
        if (!call.keeps.isEmpty()) {
            keep(response, cookies);
            jars.put(call.keeps, cookies);
        }
        return response.body() + call.end;
    }

    private Map<String, String> jar(String file) {
        if (!jars.containsKey(file)) {
            throw new AssertionError("no cookies were kept in " + file);
        }
        return jars.get(file);
    }

    private static String field(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static void keep(HttpResponse<?> response, Map<String, String> cookies) {
        for (String field : response.headers().allValues("Set-Cookie")) {
            HttpCookie cookie = HttpCookie.parse("Set-Cookie: " + field).get(0);
            if (cookie.getSecure() || !"/".equals(cookie.getPath())) {
                throw new AssertionError("not known here: " + field);
            }
            cookies.remove(cookie.getName());
            if (cookie.getMaxAge() != 0) {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
