package org.pengjiang.kit.due;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.ChangedAggregates;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.RareStacks;
import org.pengjiang.kit.supervision.SetAside;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Tells the sources of every level that was reached, the earliest first. A level, its light and what the source makes of it
 * are one transaction, so each is reached once whichever replica is killed. One that fails is left alone for a while and
 * holds up no other.
 */
@ApplicationScoped
class ReachDueLevels implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ReachDueLevels.class);
    private static final int BATCH = 100;
    private static final String REACHED = """
            SELECT d.id, d.subject_type, d.subject, d.division, l.name
              FROM due_level l JOIN due d ON d.id = l.due
             WHERE l.reached_at IS NULL AND NOT l.stopped AND l.at <= ? AND l.due <> ALL (?::uuid[])
             ORDER BY l.at, l.due LIMIT %d
            """.formatted(BATCH);
    /** After the lock on the subject, which whoever closes, moves or pauses the due holds. */
    private static final String MARK = """
            UPDATE due_level SET reached_at = ?
             WHERE due = ? AND name = ? AND reached_at IS NULL AND NOT stopped AND at <= ? RETURNING light, at
            """;

    private static final String DUE = "SELECT " + DueRow.COLUMNS + " FROM due WHERE id = ?";

    private static final String FIRST = """
            SELECT at FROM due_level WHERE reached_at IS NULL AND NOT stopped ORDER BY at LIMIT 1
            """;

    private final Jdbc jdbc;
    private final DueStore store;
    private final DueSources sources;
    private final ChangedAggregates changed;
    private final Clock clock;
    private final Period every;
    private final Counter reached;
    private final RareStacks stacks = new RareStacks();
    private final SetAside setAside = new SetAside(System::nanoTime);
    /** Of what the last round left; it may lie ahead. */
    private volatile @Nullable Instant firstLevel;

    ReachDueLevels(
            DataSource database,
            DueStore store,
            DueSources sources,
            ChangedAggregates changed,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "suite.dues.every") Period every) {
        this.jdbc = Jdbc.of(database);
        this.store = store;
        this.sources = sources;
        this.changed = changed;
        this.clock = clock;
        this.every = every;
        this.reached = Counter.builder("suite_due_levels")
                .description("Levels of dues that were reached")
                .register(metrics);
        Gauge.builder("suite_dues_set_aside", setAside, SetAside::size)
                .description("What could not be done about dues and is tried again: to open them or to note a level")
                .tag("step", "level")
                .register(metrics);
        Gauge.builder("suite_dues_behind_seconds", this, ReachDueLevels::secondsBehind)
                .description("How long the longest overdue level has waited to be noted")
                .register(metrics);
    }

    private record Reached(UUID due, String subjectType, UUID subject, DivisionCode division, String level) {}

    @Override
    public String name() {
        return "due-levels";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        SetAside.Round leftAlone = setAside.round();
        while (SupervisedLoop.goesOn() && batch(leftAlone) == BATCH) {
            // as long as there is a whole batch
        }
        firstLevel = jdbc.first(FIRST, row -> Jdbc.instant(row, "at")).orElse(null);
    }

    private double secondsBehind() {
        Instant first = firstLevel;
        return first == null
                ? 0
                : Math.max(0, Duration.between(first, Instant.now(clock)).toSeconds());
    }

    private int batch(SetAside.Round leftAlone) {
        List<Reached> batch = QuarkusTransaction.requiringNew().call(() -> next(leftAlone));
        for (Reached one : batch) {
            if (!SupervisedLoop.goesOn()) {
                return 0;
            }
            if (leftAlone.ids().contains(one.due())) {
                // its levels keep their order
                continue;
            }
            try {
                QuarkusTransaction.requiringNew().run(() -> reach(one));
                setAside.remove(one.due());
            } catch (RuntimeException e) {
                LOG.errorf(
                        stacks.due(e),
                        "level %s of due %s (%s %s) cannot be noted; it is left alone for a while: %s",
                        one.level(),
                        one.due(),
                        one.subjectType(),
                        one.subject(),
                        DatabaseFailure.describe(e));
                leftAlone.add(one.due());
            }
        }
        return batch.size();
    }

    private List<Reached> next(SetAside.Round leftAlone) {
        return jdbc.list(
                REACHED,
                row -> new Reached(
                        row.getObject("id", UUID.class),
                        row.getString("subject_type"),
                        row.getObject("subject", UUID.class),
                        DivisionCode.parse(row.getString("division")),
                        row.getString("name")),
                Instant.now(clock),
                leftAlone.ids());
    }

    private void reach(Reached one) {
        DueSource<LoggedAggregate> source = sources.of(one.subjectType()).orElseThrow();
        LoggedAggregate subject = source.forChange(DivisionScope.of(one.division()), one.subject());
        Due due = jdbc.first(DUE, DueRow::of, one.due()).orElseThrow().due();
        if (source.open(subject).stream().noneMatch(open -> DueRow.key(open).equals(DueRow.key(due)))) {
            // a replica of a release that knows no such due has changed the subject
            changed.settleBeforeCommit(subject);
            return;
        }
        mark(one).ifPresent(level -> {
            store.shine(one.due());
            source.reached(subject, due, level);
            reached.increment();
        });
    }

    /** Empty when it was reached, moved, paused or closed meanwhile. */
    private Optional<Due.Level> mark(Reached one) {
        Instant now = Instant.now(clock);
        return jdbc.first(
                MARK,
                row -> new Due.Level(
                        one.level(),
                        Light.valueOf(row.getString("light")),
                        row.getObject("at", OffsetDateTime.class).toInstant()),
                now,
                one.due(),
                one.level(),
                now);
    }
}
