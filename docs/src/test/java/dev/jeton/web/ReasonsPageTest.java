package dev.jeton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.docs.Page;
import dev.jeton.failure.Reason;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class ReasonsPageTest {
    @Test
    @DisplayName(
            "The guide's table of reasons has each reason, with its status, challenge and code")
    void table() {
        List<List<String>> documented = Page.of("docs/guide/errors.md").tableRows().stream()
                .filter(row -> row.size() == 4 && row.get(0).startsWith("`"))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(ReasonsPageTest::row).toList());
    }

    private static List<String> row(Reason reason) {
        PublicCode code = PublicCode.of(reason);
        String error = code.error() != null
                ? "`" + code.error() + "`"
                : code.status() == 401 ? "none, a bare challenge" : "-";
        return List.of(
                "`" + reason.code() + "`",
                String.valueOf(code.status()),
                error,
                "`" + code.text() + "`");
    }
}
