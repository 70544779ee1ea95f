package org.pengjiang.kit.testing;

import static org.pengjiang.kit.testing.Room.room;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The service that keeps notes is built in rooms. Its tests stand outside of them. */
class NoteArchitectureTest {
    private static final String ROOT = "org.pengjiang.note";

    @TestFactory
    Stream<DynamicTest> rooms() {
        return ArchitectureRules.of(ROOT, new ClassFileImporter().importPackages(ROOT))
                .rooms(room("gates"), room("notes").uses("gates"), room("settings"), room("surface"))
                .direction();
    }
}
