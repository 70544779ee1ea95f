package org.pengjiang.appeal;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.kit.testing.ArchitectureRules;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureRules.of("org.pengjiang.appeal")
                .features(
                        "board",
                        "calendars",
                        "calling",
                        "casefile",
                        "catalogue",
                        "cooperating",
                        "correspondence",
                        "deadlines",
                        "directory",
                        "dispatching",
                        "escalation",
                        "evaluating",
                        "files",
                        "handling",
                        "intake",
                        "lookup",
                        "merging",
                        "neighbours",
                        "planning",
                        "policies",
                        "publications",
                        "querycode",
                        "replying",
                        "screening",
                        "returning",
                        "sources",
                        "supervising",
                        "tasks",
                        "tracking",
                        "waiting",
                        "withdrawing")
                .model(
                        "problem",
                        "publication",
                        "lifecycle",
                        "policy",
                        "catalogue",
                        "clock",
                        "neighbours",
                        "directory",
                        "confidentiality",
                        "filing",
                        "appeal",
                        "assignment",
                        "returns",
                        "cooperation",
                        "round",
                        "correspondence",
                        "interruption",
                        "planning",
                        "supervision",
                        "evaluation",
                        "withdrawal",
                        "merging",
                        "tracking",
                        "files",
                        "access",
                        "task",
                        "escalation",
                        "screening",
                        "view",
                        "command",
                        "delivery")
                .tests();
    }
}
