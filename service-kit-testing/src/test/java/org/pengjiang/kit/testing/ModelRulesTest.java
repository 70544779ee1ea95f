package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A model whose parts keep their order is sound, and each rule of parts is broken by one that does not. */
class ModelRulesTest {
    private static final String SOUND = "org.pengjiang.kit.testing.parts.sound";
    private static final String UNSOUND = "org.pengjiang.kit.testing.parts.unsound";
    private static final String DECLARED = "the declared parts of the model exist and no other";
    private static final String ORDER = "a part of the model uses only parts declared before it";

    @Test
    void partsThatUseOnlyThoseBeforeThemAreSound() {
        assertEquals(Map.of(), broken(SOUND, "paper", "binding", "lending"));
    }

    @Test
    void aPartThatIsNotDeclaredAndOneThatIsNotThereAreNamed() {
        assertBroken(DECLARED, "there are [binding, lending, paper]", broken(SOUND, "paper", "binding"));
        assertBroken(DECLARED, "[paper, binding, lending, glue]", broken(SOUND, "paper", "binding", "lending", "glue"));
    }

    @Test
    void anOrderThatTheCodeDoesNotKeepIsNamed() {
        Map<String, String> broken = broken(SOUND, "binding", "paper", "lending");

        assertEquals(Set.of(ORDER), broken.keySet());
        assertBroken(ORDER, "binding uses paper", broken);
    }

    @Test
    void aCycleIsBrokenInEveryOrder() {
        assertBroken(ORDER, "paper uses binding", broken(UNSOUND, "paper", "binding", "lending"));
        assertBroken(ORDER, "binding uses paper", broken(UNSOUND, "binding", "paper", "lending"));
    }

    @Test
    void aClassInNoPartIsNamed() {
        assertBroken(DECLARED, "[Shelf]", broken(UNSOUND, "paper", "binding", "lending"));
    }

    @Test
    void aModelOfOnePackageDeclaresNoParts() {
        assertEquals(Set.of(DECLARED), broken(SOUND).keySet());
    }

    private static void assertBroken(String rule, String said, Map<String, String> broken) {
        assertTrue(broken.getOrDefault(rule, "it holds").contains(said), rule + ": " + broken);
    }

    private static Map<String, String> broken(String root, String... parts) {
        Map<String, String> broken = new TreeMap<>();
        ArchitectureRules.of(root, new ClassFileImporter().importPackages(root))
                .features("lending")
                .model(parts)
                .direction()
                .forEach(test -> {
                    try {
                        test.getExecutable().execute();
                    } catch (Throwable failure) {
                        broken.put(test.getDisplayName().split(", because")[0], String.valueOf(failure.getMessage()));
                    }
                });
        return broken;
    }
}
