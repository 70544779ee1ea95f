package org.pengjiang.appeal.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.escalation.DueAppeals.InUse;
import org.pengjiang.appeal.escalation.SweepChunk.Result;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;

/**
 * Recomputes the open clocks of a division and of those below after it has published something. Which ones stands in the
 * clocks themselves, so that several replicas share the work and a crash loses nothing.
 */
@ApplicationScoped
class CalendarSweep implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(CalendarSweep.class);
    /** For what another replica computed before it had heard of the publication. */
    private static final long AGAIN_NANOS = Duration.ofMinutes(1).toNanos();
    /** For what somebody else was working on. */
    private static final long LEFT_BEHIND_NANOS = Duration.ofSeconds(2).toNanos();

    private final Sweep sweep;
    private final DueAppeals appeals;
    private final WorkCalendar calendars;
    private final Clock clock;
    private final Period every;
    private @Nullable Object publicationsSeen;
    private long lastLook;
    private long nextLookAfter = AGAIN_NANOS;

    CalendarSweep(
            Sweep sweep,
            DueAppeals appeals,
            WorkCalendar calendars,
            Clock clock,
            @ConfigProperty(name = "appeal.sweep.every") Period every) {
        this.sweep = sweep;
        this.appeals = appeals;
        this.calendars = calendars;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public String name() {
        return "calendar-changes";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        Object publications = calendars.publications();
        long now = System.nanoTime();
        if (!publications.equals(publicationsSeen) || now - lastLook > nextLookAfter) {
            List<InUse> behind = behind();
            follow(behind);
            publicationsSeen = publications;
            lastLook = now;
            nextLookAfter = behind.isEmpty() || behind().isEmpty() ? AGAIN_NANOS : LEFT_BEHIND_NANOS;
        }
    }

    Result run() {
        return follow(behind());
    }

    private Result follow(List<InUse> behind) {
        Result all = Result.NOTHING;
        for (InUse inUse : behind) {
            Result done = sweep.run(Scope.system(), Instant.now(clock), most -> appeals.claimBehind(inUse, most));
            LOG.infof(
                    "%s no longer counts by calendar %s: %d appeals looked at, %d dues revised",
                    inUse.division(), inUse.calendarVersion(), done.appeals(), done.revised());
            all = all.and(done);
        }
        return all;
    }

    private List<InUse> behind() {
        return appeals.calendarsInUse().stream().filter(this::isBehind).toList();
    }

    private boolean isBehind(InUse inUse) {
        String present = calendars.of(DivisionCode.parse(inUse.division())).id();
        return !present.equals(inUse.calendarVersion());
    }
}
