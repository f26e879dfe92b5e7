package dev.jeton.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.jose.JwsAlgorithm;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.security.GeneralSecurityException;
import java.util.stream.Stream;

class ContendersTest {
    @TestFactory
    @DisplayName(
            "Each contender accepts good tokens and refuses each flaw, with every algorithm that it has")
    Stream<DynamicTest> verifications() {
        return Fixture.ALGORITHMS.stream().flatMap(algorithm -> {
            Fixture fixture = fixture(algorithm);
            return Contenders.namesWith(algorithm).stream()
                    .map(library -> DynamicTest.dynamicTest(
                            algorithm.jwsName() + " " + library,
                            () -> assertThatCode(() -> Examination.verification(library, fixture))
                                    .doesNotThrowAnyException()));
        });
    }

    @TestFactory
    @DisplayName("Each contender's tokens are good ones for itself and for Jeton")
    Stream<DynamicTest> signings() {
        return Fixture.ALGORITHMS.stream().flatMap(algorithm -> {
            Fixture fixture = fixture(algorithm);
            return Contenders.namesWith(algorithm).stream()
                    .map(library -> DynamicTest.dynamicTest(
                            algorithm.jwsName() + " " + library,
                            () -> assertThatCode(() -> Examination.signing(library, fixture))
                                    .doesNotThrowAnyException()));
        });
    }

    @Test
    @DisplayName("A contender without an algorithm is named, beside those that have it")
    void withoutAlgorithm() {
        assertThatThrownBy(() -> Contenders.named("spring", JwsAlgorithm.EDDSA))
                .hasMessageStartingWith("spring has no EdDSA: run with -p library=jeton,");
    }

    private static Fixture fixture(JwsAlgorithm algorithm) {
        try {
            return new Fixture(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
