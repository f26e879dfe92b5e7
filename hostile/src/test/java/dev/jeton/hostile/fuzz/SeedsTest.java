package dev.jeton.hostile.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Every seed, and every input that was once a finding, before its target; nothing is measured here. */
class SeedsTest {
    private static final Path SEEDS = Path.of("seeds");

    @TestFactory
    @DisplayName("What fuzzing starts from, and what it found, holds every property of its target")
    Stream<DynamicContainer> seeds() {
        return Targets.names().stream()
                .map(name -> DynamicContainer.dynamicContainer(name, tests(name)));
    }

    private static Stream<DynamicTest> tests(String name) {
        Target<?> target = Targets.named(name);
        return Replay.files(SEEDS.resolve(name)).stream()
                .map(seed -> DynamicTest.dynamicTest(
                        seed.getFileName().toString(), () -> target.run(Files.readAllBytes(seed))));
    }

    @Test
    @DisplayName("Each target has seeds, and each folder of seeds a target")
    void folders() {
        assertThat(Replay.files(SEEDS))
                .extracting(folder -> folder.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Targets.names());
        assertThat(Replay.files(SEEDS))
                .allSatisfy(folder -> assertThat(Replay.files(folder)).isNotEmpty());
    }
}
