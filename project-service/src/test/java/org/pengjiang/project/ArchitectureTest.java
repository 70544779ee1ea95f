package org.pengjiang.project;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.kit.testing.ArchitectureRules;

class ArchitectureTest {
    private static final String ROOT = "org.pengjiang.project";

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureRules.of(ROOT)
                .features(
                        "admission",
                        "agreements",
                        "appeals",
                        "catalogue",
                        "directory",
                        "evidence",
                        "gates",
                        "imports",
                        "investors",
                        "lookup",
                        "registry",
                        "shares",
                        "specialclass",
                        "tasks")
                // a unit of measure
                .shown("Commitment.unit")
                .tests();
    }

    @Test
    void everyStageIsEnteredThroughTheOneDoor() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".model.StageDoor")
                .should()
                .callMethod(ROOT + ".model.InvestmentProject", "enter", ROOT + ".model.Passage")
                .because(
                        "a stage without a transition and an event is a stage nobody can explain; use StageDoor instead")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT));
    }
}
