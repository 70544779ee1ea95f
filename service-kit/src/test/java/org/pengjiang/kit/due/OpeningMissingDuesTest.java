package org.pengjiang.kit.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.log.ChangedAggregates;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.ThingDues;
import org.pengjiang.kit.things.UseThings;

/** What began before its source was there gets its dues, whatever is wrong with its neighbours. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class OpeningMissingDuesTest {
    private static final Instant START = Instant.parse("2026-09-18T01:00:00Z");
    private static final Period OFTEN = new Period(Optional.of(Duration.ofSeconds(1)));

    @Inject
    UseThings use;

    @Inject
    DataSource database;

    @Inject
    DueSources sources;

    @Inject
    ChangedAggregates changed;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void nothingIsOwed() {
        ThingDues.nothingIsOwed();
        Tables.tamper("TRUNCATE due_pause, due_level, due");
    }

    @AfterEach
    void nothingIsOwedAnyMore() {
        ThingDues.nothingIsOwed();
    }

    @Test
    void manyThatCannotBeOpenedHoldUpNoOther() {
        // Given: they come first, and are more than a batch
        for (int i = 0; i < OpenMissingDues.BATCH + 5; i++) {
            ThingDues.breakThing(bare());
        }
        List<UUID> sound = new ArrayList<>();
        for (int i = 0; i < OpenMissingDues.BATCH + 5; i++) {
            sound.add(bare());
        }

        // When
        openMissing();

        // Then
        assertEquals(sound.size(), open());
        assertEquals(OpenMissingDues.BATCH + 5, setAside("open"));
    }

    @Test
    void oneThatAnotherHoldsIsLeftToItAndNobodyWaits() throws Exception {
        // Given
        UUID held = bare();
        bare();

        // When
        try (Connection forgotten = Tables.superuser();
                Statement statement = forgotten.createStatement()) {
            forgotten.setAutoCommit(false);
            statement.execute("SELECT FROM thing WHERE id = '" + held + "' FOR UPDATE");
            openMissing();
        }

        // Then
        assertEquals(1, open());
        assertEquals(0, setAside("open"));
        openMissing();
        assertEquals(2, open());
    }

    @Test
    void oneThatIsFoundAndOwesNothingKeepsNoRoundBusy() {
        // Given: as many as a batch, so that the round asks again
        for (int i = 0; i < OpenMissingDues.BATCH; i++) {
            ThingDues.owed(use.make(UseThings.DISTRICT, "bare"));
        }

        // When
        openMissing();

        // Then
        assertEquals(OpenMissingDues.BATCH, setAside("open"));
    }

    @Test
    void theFigureSaysHowLongTheFirstLevelHasWaited() {
        // Given
        UUID thing = bare();
        openMissing();
        ThingDues.breakThing(thing);

        // When
        sweep(START.plusSeconds(400));

        // Then
        assertEquals(399, meters.get("suite_dues_behind_seconds").gauge().value());
        assertEquals(1, setAside("level"));
    }

    @Test
    void nothingIsBehindWhenEveryLevelIsReached() {
        // Given
        UUID thing = bare();
        openMissing();

        // When
        sweep(START.plusSeconds(400));

        // Then
        assertEquals(0, meters.get("suite_dues_behind_seconds").gauge().value());
        assertTrue(Tables.number("SELECT count(*) FROM due_level WHERE reached_at IS NOT NULL") > 0, thing.toString());
    }

    /** Owed since the source was there; the thing is older. */
    private UUID bare() {
        UUID thing = use.make(UseThings.DISTRICT, "bare");
        ThingDues.owed(thing, Due.of("thing-to-count", "a", Assignee.role("CLERK"), START, START, "N1"));
        return thing;
    }

    private void openMissing() {
        new OpenMissingDues(sources, changed, meters, OFTEN).round();
    }

    private void sweep(Instant now) {
        new ReachDueLevels(
                        database,
                        new DueStore(database),
                        sources,
                        changed,
                        Clock.fixed(now, ZoneOffset.UTC),
                        meters,
                        OFTEN)
                .round();
    }

    private double setAside(String step) {
        return meters.get("suite_dues_set_aside").tag("step", step).gauge().value();
    }

    private static long open() {
        return Tables.number("SELECT count(*) FROM due WHERE closed_at IS NULL");
    }
}
