package org.pengjiang.appeal.deadline;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.pengjiang.appeal.deadline.DueAppeals.InUse;
import org.pengjiang.appeal.deadline.SweepWork.Done;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;

/**
 * Recomputes the open clocks of a division and of those below after it has published something. Which ones stands in the
 * clocks themselves, so that several replicas share the work and a crash loses nothing.
 */
@ApplicationScoped
class CalendarSweep {
    private static final Logger LOG = Logger.getLogger(CalendarSweep.class);
    /** For what another replica computed before it had heard of the publication. */
    private static final long AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

    private final Sweep sweep;
    private final DueAppeals appeals;
    private final WorkCalendar calendars;
    private int publicationsSeen = -1;
    private long lastLook;

    CalendarSweep(Sweep sweep, DueAppeals appeals, WorkCalendar calendars) {
        this.sweep = sweep;
        this.appeals = appeals;
        this.calendars = calendars;
    }

    @Scheduled(
            every = "{appeal.sweep.every}",
            identity = "calendar-changes",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        try {
            int publications = calendars.publications();
            long now = System.nanoTime();
            if (publications != publicationsSeen || now - lastLook > AGAIN_NANOS) {
                run();
                publicationsSeen = publications;
                lastLook = now;
            }
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "the recomputation after a change of calendar failed and comes again");
        }
    }

    Done run() {
        Done all = Done.NOTHING;
        for (InUse inUse : appeals.calendarsInUse()) {
            String present = calendars.of(DivisionCode.parse(inUse.division())).id();
            if (!present.equals(inUse.calendarVersion())) {
                Done done = sweep.run((without, most) -> appeals.claimBehind(inUse, without, most));
                LOG.infof(
                        "%s counts by calendar %s: %d appeals looked at, %d dues revised",
                        inUse.division(), present, done.appeals(), done.revised());
                all = all.and(done);
            }
        }
        return all;
    }
}
