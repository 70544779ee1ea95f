package org.pengjiang.kit.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.ChangedAggregates;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.ThingDues;
import org.pengjiang.kit.things.UseThings;

/** Each level of a due is reached once, whoever sweeps and whatever dies; a due follows its subject. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class ReachingDueLevelsTest {
    private static final Assignee CLERK = Assignee.role("CLERK").of("U1");
    private static final Instant START = Instant.parse("2026-09-18T01:00:00Z");
    private static final int LIVES = 300;

    @Inject
    UseThings use;

    @Inject
    DataSource database;

    @Inject
    DueSources sources;

    @Inject
    ChangedAggregates changed;

    @Inject
    EntityManager entities;

    @BeforeEach
    void nothingIsOwed() {
        Tables.tamper("TRUNCATE due_pause, due_level, due");
    }

    @Test
    void aDueOpensWarnsIsOverdueAndCloses() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "owed");
        ThingDues.owed(thing, due("a", START.plusSeconds(100)).level("warning", Light.YELLOW, START.plusSeconds(50)));
        change(thing);

        // When
        List<String> lights = new ArrayList<>();
        for (int second : List.of(49, 50, 99, 100, 101, 300)) {
            sweep(START.plusSeconds(second));
            lights.add(second + " "
                    + texts("SELECT light FROM due WHERE subject = ?", thing).getFirst());
        }
        ThingDues.owed(thing);
        change(thing);

        // Then
        assertEquals(List.of("49 GREEN", "50 YELLOW", "99 YELLOW", "100 YELLOW", "101 RED", "300 RED"), lights);
        assertEquals(
                List.of("a warning 2026-09-18T01:00:50Z", "a overdue 2026-09-18T01:01:40.000001Z"), reached(thing));
        assertEquals(0, number("SELECT count(*) FROM due WHERE subject = ? AND closed_at IS NULL", thing));
    }

    @Test
    void aPauseThatBeginsAfterTheDueMomentMovesNothing() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "late");
        Due late = due("a", START).level("escalation", Light.RED, Instant.parse("2126-09-18T01:00:00Z"));
        ThingDues.owed(thing, late.paused(true));
        change(thing);
        sweep(START.plusSeconds(10));
        List<String> whilePaused = reached(thing);

        // When
        ThingDues.owed(thing, late);
        change(thing);

        // Then
        assertEquals(List.of("a overdue 2026-09-18T01:00:00.000001Z"), whilePaused);
        assertEquals(
                1,
                number("SELECT count(*) FROM due WHERE subject = ? AND due_at = ?::timestamptz", thing, START),
                "the due moment stays");
        assertEquals(
                1,
                number(
                        "SELECT count(*) FROM due_level l JOIN due d ON d.id = l.due WHERE subject = ? AND name = 'escalation'"
                                + " AND at > '2126-09-18T01:00:00Z'",
                        thing),
                "what lay ahead was held up");
    }

    @Test
    void reachingALevelRefusesNobodysCommand() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "undisturbed");
        ThingDues.owed(thing, due("a", START));
        change(thing);
        long before = number("SELECT version FROM thing WHERE id = ?", thing);

        // When
        sweep(START.plusSeconds(1));

        // Then
        assertEquals(1, reached(thing).size());
        assertEquals(before, number("SELECT version FROM thing WHERE id = ?", thing));
    }

    @Test
    void replicasThatAreKilledReachEachLevelOnce() throws Exception {
        // Given
        long seed = seed();
        Random random = new Random(seed);
        List<UUID> things = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            UUID thing = use.make(UseThings.DISTRICT, "many");
            ThingDues.owed(
                    thing,
                    due("a", START.plusSeconds(random.nextInt(60)))
                            .level("warning", Light.YELLOW, START.minusSeconds(random.nextInt(60))));
            change(thing);
            things.add(thing);
            if (random.nextInt(6) == 0) {
                ThingDues.disturb(
                        thing,
                        random.nextBoolean()
                                ? due -> endConnection()
                                : due -> {
                                    throw new StackOverflowError("on purpose");
                                });
            }
        }

        // When
        for (int rounds = 0; rounds < 2; rounds++) {
            try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
                List<Future<?>> done = new ArrayList<>();
                for (int replica = 0; replica < 4; replica++) {
                    done.add(replicas.submit(() -> sweep(START.plusSeconds(120))));
                }
                for (Future<?> one : done) {
                    try {
                        one.get();
                    } catch (java.util.concurrent.ExecutionException killed) {
                        // as an Error ends a replica; the next round is another one's
                        assertEquals(StackOverflowError.class, root(killed).getClass());
                    }
                }
            }
        }
        sweep(START.plusSeconds(120));
        sweep(START.plusSeconds(120));

        // Then
        for (UUID thing : things) {
            List<String> reached = reached(thing);
            assertEquals(2, reached.size(), "seed " + seed + ": " + reached);
            assertTrue(reached.getFirst().startsWith("a warning"), "seed " + seed + ": " + reached);
        }
    }

    /** A due is moved, paused, resumed, closed and opened again at random; a model says what is reached. */
    @Test
    void afterAnyLifeEveryLevelWasReachedOnceForEachMomentItHad() {
        long seed = seed();
        Random random = new Random(seed);
        UUID thing = use.make(UseThings.DISTRICT, "lives");
        for (int life = 0; life < LIVES; life++) {
            live(thing, new Random(random.nextLong()), "seed " + seed + ", life " + life);
            ThingDues.owed(thing);
            change(thing);
        }
    }

    /** Pauses begin on the machine's time: in a life that lies ahead before each moment, in one long past after it. */
    private void live(UUID thing, Random random, String which) {
        Instant now =
                Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(random.nextBoolean() ? 300 : -300));
        Model model = new Model(now.isAfter(Instant.now()));
        int before = reached(thing).size();
        Due said = null;
        for (int step = 0; step < 7; step++) {
            switch (random.nextInt(6)) {
                case 0 -> said = null;
                case 1 -> said = paused(said, true);
                case 2 -> said = paused(said, false);
                case 3 -> said = fresh(now.plus(Duration.ofMinutes(random.nextInt(200) - 50L)));
                default -> now = now.plus(Duration.ofMinutes(random.nextInt(100)));
            }
            if (said == null) {
                ThingDues.owed(thing);
            } else {
                ThingDues.owed(thing, said);
            }
            change(thing);
            sweep(now);

            model.says(said);
            model.sweeps(now);
            List<String> reached = reached(thing);
            assertEquals(
                    model.reached,
                    reached.subList(before, reached.size()).stream()
                            .map(text -> text.split(" ", -1)[1])
                            .toList(),
                    which);
            check(thing, said, now, model.liesAhead, which);
        }
    }

    /**
     * What is reached, worked out without the tables. A pause takes less than a minute, and all moments are whole ones. A level
     * that moves is owed again when it lies ahead. No pause holds up what was over before it began.
     */
    private static final class Model {
        private final boolean liesAhead;
        private final List<String> reached = new ArrayList<>();
        private final Set<String> done = new HashSet<>();
        private @Nullable Due due;
        private int pauses;

        Model(boolean liesAhead) {
            this.liesAhead = liesAhead;
        }

        void says(@Nullable Due said) {
            if (said == null || due == null) {
                pauses = 0;
                done.clear();
            } else {
                boolean resumed = due.paused() && !said.paused();
                pauses += resumed ? 1 : 0;
                if (liesAhead && (resumed || !said.dueAt().equals(due.dueAt()))) {
                    done.clear();
                }
            }
            due = said;
        }

        void sweeps(Instant now) {
            if (due == null || (liesAhead && due.paused())) {
                return;
            }
            for (Due.Level level : due.levels()) {
                boolean isReached = pauses == 0 || !liesAhead
                        ? !level.at().isAfter(now)
                        : level.at().isBefore(now);
                if (isReached && done.add(level.name())) {
                    reached.add(level.name());
                }
            }
        }
    }

    private void check(UUID thing, Due said, Instant now, boolean liesAhead, String which) {
        assertEquals(
                said == null ? 0 : 1,
                number("SELECT count(*) FROM due WHERE subject = ? AND closed_at IS NULL", thing),
                which);
        if (said == null) {
            return;
        }
        assertEquals(
                1,
                number(
                        "SELECT count(*) FROM due d WHERE subject = ? AND closed_at IS NULL AND due_at = ?::timestamptz + coalesce("
                                + "(SELECT sum(until_at - from_at) FROM due_pause WHERE due = d.id AND ?), '0')",
                        thing,
                        said.dueAt(),
                        liesAhead),
                which + ": the due moment is later by the pauses that began before it");
        assertEquals(
                1,
                number(
                        "SELECT count(*) FROM due d WHERE subject = ? AND closed_at IS NULL AND light = coalesce((SELECT"
                                + " min(light COLLATE \"C\") FILTER (WHERE light = 'RED') FROM due_level WHERE due = d.id AND"
                                + " reached_at IS NOT NULL), (SELECT max(light COLLATE \"C\") FROM due_level WHERE due = d.id AND"
                                + " reached_at IS NOT NULL), 'GREEN')",
                        thing),
                which + ": the light is that of the highest level");
        assertEquals(
                0,
                said.paused() && liesAhead
                        ? 0
                        : number(
                                "SELECT count(*) FROM due_level l JOIN due d ON d.id = l.due WHERE subject = ? AND"
                                        + " closed_at IS NULL AND reached_at IS NULL AND at <= ?::timestamptz",
                                thing,
                                now),
                which + ": nothing is left behind");
    }

    /** By an event that stays in the service: the followers of the kit's own tests have enough to read. */
    private void change(UUID thing) {
        use.note(thing, "changed", Map.of());
    }

    private static Due fresh(Instant dueAt) {
        return due("a", dueAt).level("warning", Light.YELLOW, dueAt.minus(Duration.ofMinutes(40)));
    }

    private static Due paused(Due due, boolean paused) {
        return due == null ? null : due.paused(paused);
    }

    private static Due due(String item, Instant dueAt) {
        return Due.of("thing-to-count", item, CLERK, START, dueAt, "N1");
    }

    private void sweep(Instant now) {
        new ReachDueLevels(
                        database,
                        new DueStore(database),
                        sources,
                        changed,
                        Clock.fixed(now, ZoneOffset.UTC),
                        new SimpleMeterRegistry(),
                        new Period(Optional.of(Duration.ofSeconds(1))))
                .round();
    }

    private void endConnection() {
        entities.createNativeQuery("SELECT pg_terminate_backend(pg_backend_pid())")
                .getResultList();
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    /** Along the pool: a life asks some hundred questions. */
    private List<String> texts(String sql, Object... values) {
        return Jdbc.of(database).list(sql, row -> row.getString(1), values);
    }

    private long number(String sql, Object... values) {
        return Long.parseLong(texts(sql, values).getFirst());
    }

    private List<String> reached(UUID thing) {
        return texts(
                "SELECT data::json ->> 'text' FROM event_log WHERE subject = ? AND data::json ->> 'text' LIKE 'a %' ORDER BY subject_version",
                thing);
    }

    private static long seed() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        return seed;
    }
}
