package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kit keeps an order of its packages, and the rules that services keep. */
class KitArchitectureTest {
    private static final String ROOT = "org.pengjiang.kit";
    private static final String FIXTURE = ROOT + ".testing.sound";

    /** Lowest first. */
    private static final List<String> ORDER = List.of(
            "trace",
            "supervision",
            "jdbc",
            "kafka",
            "clock",
            "problem",
            "text",
            "crypto",
            "crypto.erasure",
            "crypto.rotation",
            "identity",
            "person",
            "load",
            "table",
            "log.access",
            "log",
            "log.audit",
            "log.feed",
            "log.relay",
            "log.state",
            "http",
            "log.timeline",
            "openapi",
            "ops",
            "inbox",
            "calendar",
            "notices",
            "tasks",
            "approval",
            "settings",
            "due",
            "file.content",
            "file.store",
            "file");

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/kit/testing/"))
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureRules.of(ROOT, KIT).ofAnyCode();
    }

    @Test
    void noPackageUsesOneAboveIt() {
        PackageOrder.assertKept(KIT, ROOT, ORDER);
    }

    @Test
    void aPackageThatUsesOneAboveItIsNamed() {
        JavaClasses sound = new ClassFileImporter().importPackages(FIXTURE);

        PackageOrder.assertKept(sound, FIXTURE, List.of("events", "model", "reading", "writing"));
        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> PackageOrder.assertKept(sound, FIXTURE, List.of("events", "reading", "model", "writing")));

        assertTrue(failure.getMessage().contains("reading uses model"), failure.getMessage());
    }

    @Test
    void aPackageThatIsNotNamedAndOneThatIsNotThereAreNamed() {
        JavaClasses sound = new ClassFileImporter().importPackages(FIXTURE);

        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> PackageOrder.assertKept(sound, FIXTURE, List.of("events", "model", "lending", "writing")));

        assertTrue(
                failure.getMessage().contains("does not name [reading], and names [lending]"), failure.getMessage());
    }
}
