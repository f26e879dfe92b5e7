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
import java.util.Map;

class MetadataTest {
    private static final Path FILE =
            Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");

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
}
