package org.pengjiang.kit.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.ThingTasks;
import org.pengjiang.kit.things.UseThings;

/** Nobody opens or ends a task: it is there exactly while its subject waits. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class TasksFollowTheirSubjectTest {
    private static final Assignee CLERK = Assignee.role("CLERK").of("U1");

    @Inject
    UseThings use;

    @Inject
    RemindOfTasks reminders;

    @Inject
    Clock clock;

    @Test
    void aTaskOpensWithTheChangeAndEndsWithTheNext() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "waits");
        ThingTasks.waitsFor(thing, Task.of("thing-to-count", "", CLERK, "N1"));

        // When
        use.count(thing, 1);
        List<String> during = open(thing);
        ThingTasks.waitsFor(thing);
        use.count(thing, 1);

        // Then
        assertEquals(List.of("thing-to-count role CLERK of U1"), during);
        assertEquals(List.of(), open(thing));
        assertEquals(List.of("system"), texts("SELECT done_by FROM task WHERE subject = ?", thing));
    }

    @Test
    void whatIsRolledBackOpensAndEndsNothing() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "rolled back");
        ThingTasks.waitsFor(thing, Task.of("thing-to-count", "", CLERK, "N1"));
        use.count(thing, 1);
        ThingTasks.waitsFor(thing, Task.of("thing-to-check", "", CLERK, "@word.all", "N1"));

        // When
        assertThrows(IllegalStateException.class, () -> use.countAndFail(thing));

        // Then
        assertEquals(List.of("thing-to-count role CLERK of U1"), open(thing));
        assertEquals(1, number("SELECT count(*) FROM notice WHERE subject = ?", thing));
    }

    @Test
    void aKindThatWasNotDeclaredRollsTheChangeBack() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "undeclared");
        ThingTasks.waitsFor(thing, Task.of("thing-to-forget", "", CLERK));

        // When
        assertThrows(RuntimeException.class, () -> use.count(thing, 1));

        // Then
        assertEquals(0, number("SELECT counted FROM thing WHERE id = ?", thing));
    }

    @Test
    void aTaskThatChangesStaysTheSameTask() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "changes");
        Instant due = Instant.parse("2026-09-20T01:00:00Z");
        ThingTasks.waitsFor(thing, Task.of("thing-to-count", "", CLERK, "N1").due(due, true));
        use.count(thing, 1);
        String before = texts("SELECT id FROM task WHERE subject = ?", thing).getFirst();

        // When
        ThingTasks.waitsFor(
                thing, Task.of("thing-to-count", "", CLERK.but("drafter"), "N2").due(due.plusSeconds(1), false));
        use.count(thing, 1);

        // Then
        assertEquals(List.of(before), texts("SELECT id FROM task WHERE subject = ?", thing));
        assertEquals(
                "{N2} {drafter} false 2026-09-20 01:00:01+00",
                texts(
                                "SELECT arguments::text || ' ' || except_accounts::text || ' ' || provisional || ' ' || (due_at AT TIME ZONE"
                                        + " 'UTC') || '+00' FROM task WHERE subject = ?",
                                thing)
                        .getFirst());
        assertEquals(1, number("SELECT count(*) FROM notice WHERE subject = ?", thing), "assigned once");
    }

    @Test
    void afterAnyLifeTheOpenTasksAreExactlyWhatIsWaitedFor() {
        // Given
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("tasks follow their subject: seed " + seed);
        Random random = new Random(seed);
        UUID thing = use.make(UseThings.DISTRICT, "random life");
        int opened = 0;
        for (int step = 0; step < 150; step++) {
            List<Task> waiting = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                if (random.nextBoolean()) {
                    Assignee who = random.nextBoolean() ? Assignee.account("a" + i) : CLERK.of("U" + i);
                    String kind = random.nextBoolean() ? "thing-to-count" : "thing-to-check";
                    waiting.add(Task.of(kind, i, who, "x" + random.nextInt(3), "N"));
                }
            }
            ThingTasks.waitsFor(thing, waiting.toArray(Task[]::new));

            // When
            use.count(thing, 1);

            // Then
            List<String> wanted = waiting.stream()
                    .map(task -> task.kind() + " " + task.item() + " "
                            + task.assignee().key() + " " + task.arguments().getFirst())
                    .sorted()
                    .toList();
            List<String> found = texts(
                            "SELECT kind || ' ' || item || ' ' || assignee || ' ' || arguments[1] FROM task"
                                    + " WHERE subject = ? AND done_at IS NULL",
                            thing)
                    .stream()
                    .sorted()
                    .toList();
            assertEquals(wanted, found, "step " + step + ", seed " + seed);
            opened += waiting.size();
        }
        assertTrue(opened > 100);
        // every task ever opened was told of once
        assertEquals(
                number("SELECT count(*) FROM task WHERE subject = ?", thing),
                number("SELECT count(DISTINCT task) FROM notice WHERE subject = ?", thing));
    }

    @Test
    void twoReplicasRemindOnceAndADueMomentThatMovesRemindsAgain() throws Exception {
        // Given
        Instant later = Instant.now(clock).plusSeconds(3_600);
        List<UUID> things = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            UUID thing = use.make(UseThings.DISTRICT, "reminded");
            ThingTasks.waitsFor(
                    thing, Task.of("thing-to-count", "", CLERK, "N" + i).remindAt(later));
            use.count(thing, 1);
            things.add(thing);
        }
        UUID done = things.removeLast();
        ThingTasks.waitsFor(done);
        use.count(done, 1);
        reminders.round();
        long tooEarly = reminded();
        for (UUID thing : things) {
            Tables.tamper("UPDATE task SET remind_at = opened_at WHERE subject = '" + thing + "'");
        }

        // When
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<?>> sweeps = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sweeps.add(replicas.submit(() -> reminders.round()));
            }
            for (Future<?> sweep : sweeps) {
                sweep.get();
            }
        }

        // Then
        assertEquals(0, tooEarly);
        assertEquals(things.size(), reminded(), "each once, and none for the one that is done");

        // and when the moment moves, once more
        UUID moved = things.getFirst();
        ThingTasks.waitsFor(moved, Task.of("thing-to-count", "", CLERK, "N0").remindAt(Instant.now(clock)));
        use.count(moved, 1);
        reminders.round();
        reminders.round();
        assertEquals(things.size() + 1, reminded());
    }

    @Test
    void aTaskThatCannotBeRemindedOfHoldsBackNoOther() throws Exception {
        // Given
        UUID broken = use.make(UseThings.DISTRICT, "broken");
        UUID sound = use.make(UseThings.DISTRICT, "sound");
        for (UUID thing : List.of(broken, sound)) {
            ThingTasks.waitsFor(
                    thing,
                    Task.of("thing-to-count", "", CLERK, "N1")
                            .remindAt(Instant.now(clock).plusSeconds(3_600)));
            use.count(thing, 1);
        }
        Tables.tamper("UPDATE task SET remind_at = opened_at WHERE subject IN ('" + broken + "', '" + sound + "')");
        Tables.tamper("ALTER TABLE notice ADD CONSTRAINT refuses CHECK (subject <> '" + broken + "') NOT VALID");
        try {
            // When
            reminders.round();

            // Then
            assertEquals(2, letters(sound));
            assertEquals(1, letters(broken));
        } finally {
            Tables.tamper("ALTER TABLE notice DROP CONSTRAINT refuses");
            Tables.tamper("UPDATE task SET reminded_at = now() WHERE subject = '" + broken + "'");
        }
    }

    private static long letters(UUID thing) {
        return number("SELECT count(*) FROM notice WHERE subject = ?", thing);
    }

    @Test
    void aTaskThatCannotBeReadHoldsBackNoOther() {
        // Given
        UUID broken = use.make(UseThings.DISTRICT, "broken reminder");
        UUID sound = use.make(UseThings.DISTRICT, "sound reminder");
        for (UUID thing : List.of(broken, sound)) {
            ThingTasks.waitsFor(
                    thing,
                    Task.of("thing-to-count", "", CLERK, "N1")
                            .remindAt(Instant.now(clock).plusSeconds(3_600)));
            use.count(thing, 1);
        }
        Tables.tamper("UPDATE task SET remind_at = opened_at WHERE subject IN ('" + broken + "', '" + sound + "')");
        Tables.tamper("UPDATE task SET division = 'nowhere', remind_at = opened_at - interval '1 day' WHERE subject = '"
                + broken + "'");

        // When
        reminders.round();
        reminders.round();

        // Then
        assertEquals(1, number("SELECT count(*) FROM task WHERE subject = ? AND reminded_at IS NOT NULL", sound));
        assertEquals(1, number("SELECT count(*) FROM task WHERE subject = ? AND reminded_at IS NULL", broken));
        assertEquals(1, number("SELECT count(*) FROM notice WHERE subject = ? AND occasion LIKE 'REMINDED%'", sound));
        Tables.tamper("UPDATE task SET done_at = opened_at, done_by = 'test' WHERE subject = '" + broken + "'");
    }

    @Test
    void aReminderThatWouldComeWithTheFirstLetterIsLeftOut() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "too late to remind");
        ThingTasks.waitsFor(
                thing,
                Task.of("thing-to-count", "", CLERK, "N1")
                        .remindAt(Instant.now(clock).minusSeconds(60)));
        use.count(thing, 1);
        use.count(thing, 1);

        // When
        reminders.round();

        // Then
        assertEquals(List.of("ASSIGNED"), texts("SELECT occasion FROM notice WHERE subject = ?", thing));
    }

    @Test
    void aMovedSubjectTakesItsTasksAlong() {
        // Given
        UUID thing = use.make(DivisionCode.parse("440703101"), "in a town");
        ThingTasks.waitsFor(thing, Task.of("thing-to-count", "", CLERK, "N1"));
        use.count(thing, 1);

        // When
        Tables.tamper("UPDATE thing SET division = '440703102', town = '440703102' WHERE id = '" + thing + "'");
        use.count(thing, 1);

        // Then
        assertEquals(List.of("440703102"), texts("SELECT town FROM task WHERE subject = ?", thing));
    }

    private static long reminded() {
        return number("SELECT count(*) FROM notice n JOIN thing t ON t.id = n.subject"
                + " WHERE t.name = 'reminded' AND occasion LIKE 'REMINDED%'");
    }

    private static List<String> open(UUID thing) {
        return texts(
                "SELECT kind || ' ' || assignee FROM task WHERE subject = ? AND done_at IS NULL ORDER BY 1", thing);
    }
}
