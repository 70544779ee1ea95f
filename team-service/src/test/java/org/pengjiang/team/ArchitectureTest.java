package org.pengjiang.team;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.kit.testing.ArchitectureRules;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureRules.of("org.pengjiang.team")
                .features("appeals", "board", "credit", "organisation", "pledge", "tasks")
                .tests();
    }
}
