package org.pengjiang.kit.testing;

import static org.pengjiang.kit.testing.Room.room;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The service that keeps notes is built in rooms. Its tests stand outside of them, in the root package. */
class NoteArchitectureTest {
    private static final String ROOT = "org.pengjiang.note";
    private static final Pattern IN_A_ROOM = Pattern.compile(".*/org/pengjiang/note/[^/]+/.*");
    private static final JavaClasses ROOMS = new ClassFileImporter()
            .withImportOption(location -> location.matches(IN_A_ROOM))
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> rooms() {
        return ArchitectureRules.of(ROOT, ROOMS)
                .rooms(room("gates"), room("notes").uses("gates"), room("settings"), room("surface"))
                .direction();
    }
}
