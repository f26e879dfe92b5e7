package dev.jeton.jose;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.security.MessageDigest;
import java.util.Arrays;

class HmacMethodTest {
    @Test
    @DisplayName("SIG-21: MACs are compared in constant time, and in no other way")
    void constantTime() {
        JavaClasses hmac = new ClassFileImporter().importClasses(HmacMethod.class);
        classes()
                .should()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(hmac);
        noClasses().should().accessClassesThat().belongToAnyOf(Arrays.class).check(hmac);
    }
}
