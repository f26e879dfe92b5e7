package dev.jeton;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Set;

class RegularExpressionsTest {
    /** They read settings, at start-up. */
    private static final Set<String> OF_SETTINGS = Set.of(
            "dev.jeton.web.CookieProblems",
            "dev.jeton.jose.Secrets",
            "dev.jeton.jose.Pem",
            "dev.jeton.OptionSource",
            "dev.jeton.OptionText",
            "dev.jeton.SettingsCheck");

    /** It splits at one character, which the JDK does without an expression. */
    private static final String SPLITS_AT_A_CHARACTER = "dev.jeton.web.wire.MediaType";

    private static final Set<String> OF_STRINGS =
            Set.of("matches", "replaceAll", "replaceFirst", "split");

    @Test
    @DisplayName(
            "DOS-09: nothing of a request meets a regular expression: only what reads settings has any")
    void noExpressions() {
        noClasses()
                .that(describe(
                        "read requests",
                        type -> !OF_SETTINGS.contains(type.getName())
                                && !type.getName().equals(SPLITS_AT_A_CHARACTER)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex..")
                .orShould()
                .callMethodWhere(describe(
                        "an expression hides in a method of String",
                        RegularExpressionsTest::isExpression))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.jeton"));
    }

    private static boolean isExpression(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(String.class)
                && OF_STRINGS.contains(call.getName());
    }
}
