package dev.jeton.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.JetonOption;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepositoryJsonBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class MetadataTest {
    private static final Path FILE =
            Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");

    private static final Path PAGE = Path.of("../docs/guide/spring-boot.md");
    private static final String HEADING =
            "| property | type | default | meaning |\n| --- | --- | --- | --- |";

    @Test
    @DisplayName(
            "The metadata is that of the options: mvn test -Dtest=MetadataTest -Dmetadata.write=true writes it anew")
    void upToDate() throws IOException {
        String text = new Metadata().text();
        if (Boolean.getBoolean("metadata.write")) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE).content().isEqualTo(text);
    }

    @Test
    @DisplayName("Boot's own reader finds every option in it, with type, default and description")
    void readable() throws IOException {
        try (InputStream file = Files.newInputStream(FILE)) {
            Map<String, ConfigurationMetadataProperty> read =
                    ConfigurationMetadataRepositoryJsonBuilder.create(file)
                            .build()
                            .getAllProperties();
            assertThat(read)
                    .containsKeys(JetonOption.all().stream()
                            .map(JetonOption::name)
                            .toArray(String[]::new));
            assertThat(read.values())
                    .allSatisfy(option -> assertThat(option.getDescription()).endsWith("."));
            assertThat(read.get("jeton.access-token-lifetime").getType())
                    .isEqualTo("java.time.Duration");
            assertThat(read.get("jeton.access-token-lifetime").getDefaultValue())
                    .isEqualTo("15m");
            assertThat(read.get("jeton.csrf-form").getDefaultValue()).isEqualTo(false);
        }
    }

    @Test
    @DisplayName("The guide's table is that of the metadata: -Dmetadata.write=true writes it anew")
    void guide() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(HEADING);
        int to = page.indexOf("\n\n", from);
        if (Boolean.getBoolean("metadata.write")) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(table());
        }
    }

    /** In the order of the file. */
    private static String table() throws IOException {
        String order = Files.readString(FILE);
        try (InputStream file = Files.newInputStream(FILE)) {
            return HEADING
                    + ConfigurationMetadataRepositoryJsonBuilder.create(file)
                            .build()
                            .getAllProperties()
                            .values()
                            .stream()
                            .sorted(Comparator.comparingInt(
                                    option -> order.indexOf("\"" + option.getId() + "\"")))
                            .map(MetadataTest::row)
                            .collect(Collectors.joining());
        }
    }

    private static String row(ConfigurationMetadataProperty option) {
        String type = option.getType().replaceAll("java\\.\\w+\\.", "").replace("<String>", "");
        Object standard = option.getDefaultValue();
        String text = standard instanceof Object[] several
                ? Stream.of(several).map(Object::toString).collect(Collectors.joining(","))
                : Objects.toString(standard, "");
        return "\n| `" + option.getId() + "` | " + type + " | "
                + (text.isEmpty() ? "" : "`" + text + "`") + " | " + option.getDescription() + " |";
    }
}
