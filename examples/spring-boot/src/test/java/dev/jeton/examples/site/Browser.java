package dev.jeton.examples.site;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with an empty profile, driven over WebDriver (W3C Recommendation, §10 to §17). */
final class Browser implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final List<String> SWITCHES = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1100,860");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Path shots;
    private final Process driver;
    private final String session;

    /** A browser whose profile is in an empty folder, and whose pictures go to another. */
    Browser(Path profile, Path shots) throws IOException {
        this.shots = Files.createDirectories(shots);
        driver = new ProcessBuilder(program("chromedriver"), "--port=0")
                .redirectErrorStream(true)
                .start();
        List<String> switches = new ArrayList<>(SWITCHES);
        switches.add("--user-data-dir=" + profile);
        String base = "http://127.0.0.1:" + port(driver) + "/session";
        JsonNode started = send(
                "POST",
                base,
                Map.of(
                        "capabilities",
                        Map.of(
                                "alwaysMatch",
                                Map.of(
                                        "goog:chromeOptions",
                                        Map.of(
                                                "binary",
                                                program(
                                                        "chromium",
                                                        "chromium-browser",
                                                        "google-chrome"),
                                                "args",
                                                switches),
                                        "timeouts",
                                        Map.of("script", 20_000, "pageLoad", 60_000)))));
        session = base + "/" + started.get("sessionId").asString();
    }

    /** A browser that is missing fails the test: nothing else shows what browsers do. */
    private static String program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        names[0] + " is not on the PATH: apt-get install chromium chromium-driver"))
                .toString();
    }

    private static String port(Process driver) throws IOException {
        BufferedReader lines = driver.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new AssertionError("chromedriver did not start");
    }

    Browser open(String url) {
        post("/url", Map.of("url", url));
        return this;
    }

    String url() {
        return get("/url").asString();
    }

    /** The text that a reader sees in the only or first such element. */
    String text(String selector) {
        return get("/element/" + element(selector) + "/text").asString();
    }

    /** The text of the page in a frame, or of what the browser shows in its place. */
    String textInFrame(String selector) {
        post("/frame", Map.of("id", Map.of(ELEMENT, element(selector))));
        String text = text("body");
        post("/frame/parent", Map.of());
        return text;
    }

    Browser type(String selector, String text) {
        String element = element(selector);
        post("/element/" + element + "/clear", Map.of());
        post("/element/" + element + "/value", Map.of("text", text));
        return this;
    }

    Browser click(String selector) {
        post("/element/" + element(selector) + "/click", Map.of());
        return this;
    }

    /** Clicks what leads to another page, and waits until that is there. */
    Browser follow(String selector) {
        run("window.left = true");
        click(selector);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isArrived()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(selector + " leads nowhere");
            }
        }
        return this;
    }

    /** Each question takes a few milliseconds, so that asking on and on does no harm. */
    private boolean isArrived() {
        try {
            return run("return !window.left && document.readyState === 'complete'")
                    .asBoolean();
        } catch (AssertionError betweenPages) {
            return false;
        }
    }

    /** What a script of the page returns. */
    JsonNode run(String script, Object... arguments) {
        return post("/execute/sync", Map.of("script", script, "args", Arrays.asList(arguments)));
    }

    /** What the promise of a script of the page becomes. */
    JsonNode await(String script, Object... arguments) {
        String waiting = "const done = arguments[arguments.length - 1];"
                + "(async (...arguments) => {" + script + "})(...arguments)"
                + ".then(done, problem => done('rejected: ' + problem))";
        return post("/execute/async", Map.of("script", waiting, "args", Arrays.asList(arguments)));
    }

    /** Waits until an expression of the page is true. */
    Browser until(String expression) {
        await("while (!(" + expression + ")) await new Promise(next => setTimeout(next, 20))");
        return this;
    }

    /** All cookies of the page by their names, also those that its scripts cannot see. */
    Map<String, JsonNode> cookies() {
        Map<String, JsonNode> all = new TreeMap<>();
        get("/cookie").forEach(cookie -> all.put(cookie.get("name").asString(), cookie));
        return all;
    }

    /** The value of a cookie, or null. */
    String cookie(String name) {
        JsonNode cookie = cookies().get(name);
        return cookie == null ? null : cookie.get("value").asString();
    }

    Browser deleteCookie(String name) {
        send("DELETE", session + "/cookie/" + name, null);
        return this;
    }

    /** Leaves the page, and all that pages have left behind. */
    Browser startOver() {
        open("about:blank");
        return tell("Network.clearBrowserCookies", Map.of())
                .tell("Emulation.setEmulatedMedia", Map.of("features", List.of()))
                .tell("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** What the reader's system prefers: {@code light} or {@code dark}. */
    Browser colours(String scheme) {
        return tell(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The size of the page's window, in the units of its style sheet. */
    Browser size(int width, int height) {
        return tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Commands that WebDriver has no word for (Chrome DevTools Protocol). */
    private Browser tell(String command, Map<String, Object> parameters) {
        post("/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
        return this;
    }

    /** Keeps a picture of the page. */
    Browser shoot(String name) throws IOException {
        byte[] picture = Base64.getDecoder().decode(get("/screenshot").asString());
        Files.write(shots.resolve(name + ".png"), picture);
        return this;
    }

    private String element(String selector) {
        return post("/element", Map.of("using", "css selector", "value", selector))
                .get(ELEMENT)
                .asString();
    }

    private JsonNode get(String path) {
        return send("GET", session + path, null);
    }

    private JsonNode post(String path, Object body) {
        return send("POST", session + path, body);
    }

    private JsonNode send(String method, String url, Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        json.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode value = json.readTree(response.body()).get("value");
            if (response.statusCode() != 200) {
                throw new AssertionError(method + " " + url + " " + body + ": " + value);
            }
            return value;
        } catch (IOException e) {
            throw new AssertionError("the browser is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, null);
        } finally {
            driver.destroy();
        }
    }
}
