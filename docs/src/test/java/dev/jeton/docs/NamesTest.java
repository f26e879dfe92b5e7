package dev.jeton.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class NamesTest {
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)[`.(<]");

    /** What is not a type of Jeton's, and is named all the same. */
    private static final Set<String> OTHERS =
            Set.of("SameSite", "HttpOnly", "MessageDigest", "IllegalArgumentException");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ARCHITECTURE.md",
                "SECURITY.md",
                "CONTRIBUTING.md",
                "CHANGELOG.md",
                "docs/security/README.md",
                "docs/security/attacks.md"
            })
    @DisplayName("Every type that a page names is there")
    void types(String page) {
        List<String> named = TYPE.matcher(Page.of(page).text())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !OTHERS.contains(name))
                .distinct()
                .toList();
        Set<String> types = Stream.of(
                        "jeton-core",
                        "jeton-compat",
                        "jeton-testkit",
                        "jeton-test-listeners",
                        "docs",
                        "jeton-javalin",
                        "jeton-servlet",
                        "jeton-spring",
                        "jeton-spring-boot-starter",
                        "jeton-spring-test")
                .flatMap(module ->
                        Page.files(Page.ROOT.resolve(module).resolve("src"), ".java").stream())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(types).containsAll(named);
    }
}
