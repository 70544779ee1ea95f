package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules hold for a sound service, and each is broken by one that is not. */
class ArchitectureRulesTest {
    private static final String HERE = "org.pengjiang.kit.testing.";

    @Test
    void aSoundServiceKeepsEveryRule() {
        assertEquals(Set.of(), broken("sound", "reading", "writing"));
    }

    @Test
    void everyRuleCanBreak() {
        assertEquals(
                new TreeSet<>(Set.of(
                        "the model uses no feature",
                        "the model knows neither HTTP nor Kafka",
                        "the declared parts of the model exist and no other",
                        "events are made of JDK types",
                        "feature reading uses no other feature",
                        "time comes from the injected Clock",
                        "nothing is injected into fields",
                        "there is one logger",
                        "a service leaves java.util.logging alone",
                        "nothing prints",
                        "elements are validated where they are named",
                        "native SQL goes through JDBC",
                        "Panache stays in the model",
                        "endpoint methods are public",
                        "every endpoint method says who may call it",
                        "every permission is granted in permissions.properties",
                        "every permission of permissions.properties is needed",
                        "operations name permissions",
                        "commands return a Response",
                        "no command works in many transactions inside its own",
                        "no class is a command as a whole",
                        "whatever changes something is a command",
                        "resources open no transaction",
                        "nobody uses a resource or a consumer",
                        "resources are named so",
                        "features load by scope",
                        "every query takes a scope",
                        "only background work sees all tenants",
                        "entities have no public field",
                        "every problem code has its texts in both languages",
                        "every decisive event has its title in both languages",
                        "every text of a request says what it may hold",
                        "every key of a request has one spelling",
                        "every pattern gives an example of what fits it",
                        "every package says what it is",
                        "no package has a name that says nothing",
                        "every record can be written down whatever it holds")),
                broken("unsound", "reading", "writing"));
    }

    @Test
    void aFeatureThatIsNotThereAndOneThatIsNotNamedAreNoticed() {
        assertTrue(broken("sound", "reading").contains("the guarded packages exist and no other"));
        assertTrue(
                broken("sound", "reading", "writing", "lending").contains("the guarded packages exist and no other"));
    }

    @Test
    void everyQueryWithoutAScopeIsNamedAndNoOther() {
        String failure = assertThrows(
                        AssertionError.class,
                        () -> ScopeRules.all()
                                .getFirst()
                                .check(new ClassFileImporter().importPackages(HERE + "unsound")))
                .getMessage();
        assertTrue(failure.contains("(3 times)"), failure);
        assertTrue(failure.contains("Shelves.everybodysShelves(java.util.UUID) takes no scope"), failure);
        assertTrue(failure.contains("KnownShelves.all() takes no scope"), failure);
        assertTrue(failure.contains("ShelfQueries.everybodys(java.lang.String) takes no scope"), failure);
    }

    @Test
    void aServiceUsesNoOtherPartOfALoggerEither() {
        JavaClasses unsound = new ClassFileImporter().importPackages(HERE + "unsound");
        AssertionError failure = assertThrows(
                AssertionError.class, () -> CodeRules.ofService().getFirst().check(unsound));
        assertTrue(failure.getMessage().contains("java.util.logging.Level"), failure.getMessage());
    }

    @Test
    void everyTextThatMayHoldAnythingIsNamed() {
        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> RequestTexts.assertBounded(new ClassFileImporter().importPackages(HERE + "unsound")));
        assertTrue(
                failure.getMessage()
                        .contains("[MoveRequest.names[], MoveRequest.reason, Step.label, change(text),"
                                + " rename: name the record of the patch in @RequestBody]"),
                failure.getMessage());
    }

    @Test
    void everyPatternWithoutAnExampleIsNamed() {
        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> PatternExamples.assertGiven(new ClassFileImporter().importPackages(HERE + "unsound")));
        assertTrue(
                failure.getMessage().contains("[KeyRequest.codes[], KeyRequest.shape, ShelfEndpoint.find(code)]"),
                failure.getMessage());
    }

    @Test
    void everyKeyThatIsTakenInAnySpellingIsNamed() {
        JavaClasses unsound = new ClassFileImporter().importPackages(HERE + "unsound");
        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> RequestTexts.assertKeysHaveOneSpelling(unsound, Set.of("KeyRequest.lengthUnit")));
        assertTrue(
                failure.getMessage()
                        .contains("[KeyRequest.account, KeyRequest.departments[], KeyRequest.idNo, KeyRequest.leader,"
                                + " KeyRequest.unitCode, KeyRequest.userId]"),
                failure.getMessage());
    }

    private static Set<String> broken(String fixture, String... features) {
        Set<String> broken = new TreeSet<>();
        ArchitectureRules.of(HERE + fixture, new ClassFileImporter().importPackages(HERE + fixture))
                .features(features)
                .tests()
                .forEach(test -> {
                    try {
                        test.getExecutable().execute();
                    } catch (Throwable failure) {
                        broken.add(test.getDisplayName().split(", because")[0]);
                    }
                });
        return broken;
    }
}
