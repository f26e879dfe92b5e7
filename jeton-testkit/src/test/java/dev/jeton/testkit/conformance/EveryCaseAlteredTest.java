package dev.jeton.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Each bundled case that passes is altered in one place of what it expects, and has to fail then. */
class EveryCaseAlteredTest {
    private static final List<Predicate<Map<String, Object>>> ALTERATIONS = List.of(
            EveryCaseAlteredTest::alterStatus,
            expect -> expect.get("json") instanceof Map<?, ?> json
                    && !isPattern(json)
                    && addMember(expect, json),
            expect -> expect.get("json") instanceof Map<?, ?> json
                    && !isPattern(json)
                    && !json.isEmpty()
                    && removeMember(expect, json),
            expect -> expect.containsKey("json") && alterScalar(expect, "json"),
            EveryCaseAlteredTest::addCookie,
            expect -> expect.get("cookies") instanceof List<?> cookies
                    && !cookies.isEmpty()
                    && alterCookie(expect, cookies),
            expect -> expect.put("headers", Map.of("X-Altered", "<any>")) == null);

    @Test
    @DisplayName("no altered case passes")
    void findsEveryAlteration() throws Exception {
        CaseSource source = CaseSource.of(Optional.empty());
        ConformanceApplication application = new ConformanceApplication();
        ConformanceContract.Server server = JdkServer.start(application);
        List<String> passed = new ArrayList<>();
        int altered = 0;
        QuietStart quiet = new QuietStart();
        try {
            CaseRunner runner = new CaseRunner(
                    source.keys(),
                    (wanted, keys, clock) ->
                            application.install(wanted, Libraries.of(wanted, keys, clock)),
                    server.port());
            for (Map<String, Object> wanted : bundled()) {
                alter(wanted, altered++);
                ConformanceCase parsed = parse(wanted);
                if (runner.run(parsed) == null) {
                    passed.add(Json.write(wanted));
                }
            }
        } finally {
            quiet.close();
            server.stop().close();
        }

        assertThat(altered).isEqualTo(source.entries().size());
        assertThat(passed).isEmpty();
    }

    private static List<Map<String, Object>> bundled() throws Exception {
        Path index = Path.of(CaseSource.class.getResource("index.txt").toURI());
        List<Map<String, Object>> cases = new ArrayList<>();
        for (String file : Files.readAllLines(index)) {
            Map<String, Object> content =
                    object(Json.parse(Files.readString(index.resolveSibling(file))));
            ((List<?>) content.get("cases")).forEach(wanted -> cases.add(object(wanted)));
        }
        return cases;
    }

    private static ConformanceCase parse(Map<String, Object> wanted) {
        String file = Json.write(Map.of("format", 1, "topic", "altered", "cases", List.of(wanted)));
        return CaseFile.parse("altered", file).get(0).parsed();
    }

    /** Alters the last step, each case in another way than the one before it. */
    private static void alter(Map<String, Object> wanted, int turn) {
        List<?> steps = (List<?>) wanted.get("steps");
        Map<String, Object> step = object(steps.get(steps.size() - 1));
        Map<String, Object> expect = object(step.get("expect"));
        for (int i = 0; i < ALTERATIONS.size(); i++) {
            if (ALTERATIONS.get((turn + i) % ALTERATIONS.size()).test(expect)) {
                return;
            }
        }
        throw new IllegalStateException("nothing to alter in " + wanted.get("id"));
    }

    private static boolean alterStatus(Map<String, Object> expect) {
        return expect.replace("status", 299) != null;
    }

    private static boolean addMember(Map<String, Object> expect, Map<?, ?> json) {
        Map<Object, Object> more = new LinkedHashMap<>(json);
        more.put("altered", "<any>");
        return expect.replace("json", more) != null;
    }

    private static boolean removeMember(Map<String, Object> expect, Map<?, ?> json) {
        Map<Object, Object> less = new LinkedHashMap<>(json);
        less.remove(less.keySet().iterator().next());
        return expect.replace("json", less) != null;
    }

    private static boolean addCookie(Map<String, Object> expect) {
        List<Object> cookies = new ArrayList<>();
        if (expect.get("cookies") instanceof List<?> stated) {
            cookies.addAll(stated);
        }
        cookies.add(Map.of("name", "altered", "value", "<any>"));
        expect.put("cookies", cookies);
        return true;
    }

    private static boolean alterCookie(Map<String, Object> expect, List<?> cookies) {
        List<Object> others = new ArrayList<>(cookies);
        Map<String, Object> cookie = object(others.remove(0));
        if (cookie.remove("http_only") == null) {
            cookie.put("http_only", true);
        }
        others.add(cookie);
        return expect.replace("cookies", others) != null;
    }

    /** Changes the first scalar below a member that is not {@code <any>}. */
    private static boolean alterScalar(Map<String, Object> holder, String name) {
        Object value = holder.get(name);
        if (value instanceof Map<?, ?> map && !isPattern(map)) {
            Map<String, Object> inside = object(map);
            holder.put(name, inside);
            return inside.keySet().stream().toList().stream()
                    .anyMatch(member -> alterScalar(inside, member));
        }
        boolean anything = value instanceof String text && text.endsWith("<any>");
        if (!anything) {
            holder.put(
                    name,
                    value instanceof String
                            ? "altered"
                            : Boolean.TRUE.equals(value) ? false : true);
        }
        return !anything;
    }

    private static boolean isPattern(Map<?, ?> map) {
        return map.keySet().stream().anyMatch(name -> name.toString().startsWith("<"));
    }

    /** The object itself, which the parser makes changeable. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
