package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.kit.identity.Caller;

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
            "cursor",
            "identity",
            "crypto.rotation",
            "crypto.erasure",
            "person",
            "load",
            "log.access",
            "log",
            "log.audit",
            "log.relay",
            "log.state",
            "http",
            "codes",
            "search",
            "log.feed",
            "log.stream",
            "table",
            "log.timeline",
            "openapi",
            "ops",
            "inbox",
            "calendar",
            "notices",
            "tasks",
            "due",
            "approval",
            "settings",
            "file.content",
            "file.store",
            "file");

    /** A claim of the token, as divisions and units are; approvals and their tasks exclude whole teams. */
    private static final Map<String, Set<String>> TEAMS = Stream.of("identity", "tasks", "approval", "settings")
            .collect(Collectors.toMap(name -> ROOT + "." + name, name -> Set.of("team")));

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/kit/testing/"))
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> architecture() {
        // the clock itself, ids in the order in which they are made, the age of a file on the disk, and how long a
        // token holds
        return ArchitectureRules.of(ROOT, KIT)
                .ofAnyCode(
                        ROOT + ".clock.SuiteClock",
                        ROOT + ".log.Ids",
                        ROOT + ".file.store.Received",
                        ROOT + ".identity.TokenLife",
                        ROOT + ".identity.VerifiedTokens");
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

        assertTrue(failure.getMessage().contains("does not name [reading], and names [lending]"), failure.getMessage());
    }

    @Test
    void nothingInTheKitNamesTheBusinessOfOneService() {
        BusinessNouns.assertAbsent(KIT, TEAMS);
        assertEquals(Set.of(), BusinessNouns.of(settingsOfTheKit()));
    }

    @Test
    void aWordOfTheBusinessIsFoundWhereverItStands() {
        JavaClasses unsound = new ClassFileImporter().importPackages(ROOT + ".testing.unsound");

        AssertionError failure =
                assertThrows(AssertionError.class, () -> BusinessNouns.assertAbsent(unsound, Map.of()));

        assertTrue(failure.getMessage().contains("TeamShelf=[team]"), failure.getMessage());
        assertEquals(Set.of("project"), BusinessNouns.of("(?i)projectNo"));
        assertEquals(Set.of("team"), BusinessNouns.of("EXCLUDED_TEAM"));
        assertEquals(Set.of("appeal"), BusinessNouns.of("suite.calendar.topic=appeal.events"));
        assertEquals(Set.of("诉求"), BusinessNouns.of("the same in words 诉求"));
        assertEquals(Set.of(), BusinessNouns.of("a projection of Lorg/pengjiang/identifiers/NationalProjectCode;"));
    }

    private static String settingsOfTheKit() {
        try (InputStream in = Caller.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("mp.openapi.schema.org.pengjiang.identifiers."))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
