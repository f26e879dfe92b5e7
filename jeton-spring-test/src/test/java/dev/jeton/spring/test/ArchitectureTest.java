package dev.jeton.spring.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the test support may touch of the core. */
class ArchitectureTest {

    @Test
    @DisplayName("The test support touches exported packages of the core only")
    void exportedPackagesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.jeton.internal..", "dev.jeton..wire..")
                .allowEmptyShould(true)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.jeton.spring.test"));
    }
}
