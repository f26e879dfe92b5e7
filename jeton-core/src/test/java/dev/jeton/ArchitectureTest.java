package dev.jeton;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The order of the core's rooms, and what each room may touch. */
class ArchitectureTest {

    /** From the ground up: a room uses itself and the rooms before it. The front door is last. */
    private static final List<String> ROOMS = List.of(
            "dev.jeton.internal..",
            "dev.jeton.failure..",
            "dev.jeton.jose..",
            "dev.jeton.jwt..",
            "dev.jeton.session..",
            "dev.jeton.web..",
            "dev.jeton");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.jeton");

    static Stream<Integer> roomsWithSomethingAbove() {
        return IntStream.range(0, ROOMS.size() - 1).boxed();
    }

    @ParameterizedTest(name = "room {0}")
    @MethodSource("roomsWithSomethingAbove")
    @DisplayName("A room uses only itself and the rooms below it")
    void roomsDependOneWay(int room) {
        String[] above = ROOMS.subList(room + 1, ROOMS.size()).toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(ROOMS.get(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above));
    }

    @Test
    @DisplayName("Every class lives in one of the rooms")
    void everyClassHasARoom() {
        check(classes().should().resideInAnyPackage(ROOMS.toArray(String[]::new)));
    }

    @Test
    @DisplayName("Cryptography is the business of jose, and of internal below it")
    void jcaStaysInJose() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.jeton.jose..", "dev.jeton.internal..")
                .should()
                .dependOnClassesThat(describe(
                        "belong to the JCA, digests and random numbers apart",
                        ArchitectureTest::isJca)));
    }

    private static boolean isJca(JavaClass type) {
        String name = type.getPackageName();
        boolean jca = name.startsWith("javax.crypto") || name.startsWith("java.security");
        return jca
                && !type.isEquivalentTo(MessageDigest.class)
                && !type.isEquivalentTo(SecureRandom.class);
    }

    @Test
    @DisplayName("JSON is read and written by internal alone: there is no second reader")
    void noOtherJson() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.."));
    }

    @Test
    @DisplayName("No type of a library stands in a signature that users see")
    void signaturesAreFreeOfLibraries() {
        check(codeUnits()
                .that(areVisibleToUsers())
                .should()
                .notHaveRawReturnType(ofALibrary())
                .andShould()
                .notHaveRawParameterTypes(describe(
                        "any type of a library", types -> types.stream().anyMatch(ofALibrary()))));
    }

    private static DescribedPredicate<JavaCodeUnit> areVisibleToUsers() {
        return describe(
                "are visible to users",
                unit -> !unit.getOwner().getPackageName().startsWith("dev.jeton.internal")
                        && (unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED)));
    }

    private static DescribedPredicate<JavaClass> ofALibrary() {
        return describe(
                "of a library",
                type -> Stream.of("com.fasterxml.", "com.github.benmanes.")
                        .anyMatch(type.getPackageName()::startsWith));
    }

    @Test
    @DisplayName("The core uses no reflection")
    void noReflection() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect.."));
        check(noClasses().should().callMethod(Class.class, "forName", String.class));
    }

    @Test
    @DisplayName("No static field holds state")
    void noMutableStatics() {
        check(fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(describe("that holds state", ArchitectureTest::isState)));
        check(fields().that(describe("are static arrays", ArchitectureTest::isStaticArray))
                .should()
                .bePrivate());
    }

    private static boolean isState(JavaClass type) {
        return type.getPackageName().startsWith("java.util.concurrent")
                || type.getPackageName().startsWith("com.github.benmanes.")
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(java.util.Random.class)
                || type.isEquivalentTo(MessageDigest.class)
                || Set.of("java.security.Signature", "javax.crypto.Mac").contains(type.getName());
    }

    private static boolean isStaticArray(JavaField field) {
        return field.getRawType().isArray()
                && field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    @Test
    @DisplayName("Every package is @NullMarked")
    void everyPackageIsNullMarked() {
        Set<JavaPackage> packages = new HashSet<>();
        CORE.forEach(type -> packages.add(type.getPackage()));
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class)).isTrue());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CORE);
    }
}
