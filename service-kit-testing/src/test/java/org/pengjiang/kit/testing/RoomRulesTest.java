package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.testing.Room.channel;
import static org.pengjiang.kit.testing.Room.room;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A service that keeps to its rooms is sound, and each rule of rooms is broken by one that does not. */
class RoomRulesTest {
    private static final String SOUND = "org.pengjiang.kit.testing.rooms.sound";
    private static final String UNSOUND = "org.pengjiang.kit.testing.rooms.unsound";
    private static final Room KERNEL = room("kernel");
    private static final Room SHELVES = room("shelves").uses("kernel");
    private static final Room LOANS = room("loans").uses("shelves");
    private static final Room DESK = channel("desk");

    @Test
    void roomsThatUseEachOtherAsDeclaredAreSound() {
        assertEquals(Map.of(), broken(SOUND, KERNEL, SHELVES, LOANS, DESK));
    }

    @Test
    void aRoomThatIsNotDeclaredAndOneThatIsNotThereAreNamed() {
        assertBroken("the declared rooms exist and no other", "desk", broken(SOUND, KERNEL, SHELVES, LOANS));
        assertBroken(
                "the declared rooms exist and no other",
                "archive",
                broken(SOUND, KERNEL, SHELVES, LOANS, DESK, room("archive")));
    }

    @Test
    void aClassInNoRoomIsNamed() {
        assertBroken("the declared rooms exist and no other", "[SweepFloor]", broken(UNSOUND, room("bindery")));
    }

    @Test
    void anArrowThatIsNotDeclaredIsNamed() {
        assertBroken(
                "no room uses another without a declared arrow",
                "loans uses shelves",
                broken(SOUND, KERNEL, SHELVES, room("loans"), DESK));
    }

    @Test
    void anArrowThatNobodyNeedsIsNamed() {
        assertBroken(
                "every declared arrow is used",
                "loans uses kernel",
                broken(SOUND, KERNEL, SHELVES, room("loans").uses("kernel", "shelves"), DESK));
    }

    @Test
    void arrowsThatLeadBackAreNamed() {
        assertBroken(
                "the arrows between rooms have no cycle",
                "kernel -> loans -> shelves -> kernel",
                broken(SOUND, room("kernel").uses("loans"), SHELVES, LOANS, DESK));
    }

    @Test
    void aUseCaseOfAnotherRoomIsNotUsed() {
        assertBroken(
                "a room uses only the model of another",
                "LendBook",
                broken(SOUND, KERNEL, SHELVES, LOANS, room("desk").uses("loans", "shelves")));
    }

    @Test
    void aChannelIsNotUsed() {
        assertBroken(
                "nobody uses a channel",
                "loans uses shelves",
                broken(SOUND, KERNEL, channel("shelves"), room("loans"), DESK));
    }

    @Test
    void aChannelDeclaresNoArrows() {
        assertThrows(IllegalArgumentException.class, () -> DESK.uses("loans"));
    }

    @Test
    void aModelThatUsesAUseCaseIsNamed() {
        assertBroken("a model uses no use case of its room", "BindBook", broken(UNSOUND, room("bindery")));
    }

    @Test
    void theRulesOfModelsAndEventsHoldInRoomsToo() {
        Set<String> broken = broken(UNSOUND, room("bindery")).keySet();

        assertTrue(broken.contains("the model knows neither HTTP nor Kafka"), broken.toString());
        assertTrue(broken.contains("events are made of JDK types"), broken.toString());
    }

    private static void assertBroken(String rule, String said, Map<String, String> broken) {
        assertTrue(broken.getOrDefault(rule, "it holds").contains(said), rule + ": " + broken);
    }

    private static Map<String, String> broken(String root, Room... rooms) {
        Map<String, String> broken = new TreeMap<>();
        ArchitectureRules.of(root, new ClassFileImporter().importPackages(root))
                .rooms(rooms)
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
