package dev.jeton.spring.boot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the starter may touch of the core. */
class ArchitectureTest {

    @Test
    @DisplayName("The starter touches exported packages of the core only")
    void exportedPackagesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.jeton.internal..", "dev.jeton..wire..")
                .allowEmptyShould(true)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.jeton.spring.boot"));
    }
}
