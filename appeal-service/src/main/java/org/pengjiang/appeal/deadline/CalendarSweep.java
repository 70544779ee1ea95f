package org.pengjiang.appeal.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.appeal.deadline.DueAppeals.InUse;
import org.pengjiang.appeal.deadline.SweepWork.Done;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;
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

    private final Sweep sweep;
    private final DueAppeals appeals;
    private final WorkCalendar calendars;
    private final Period every;
    private int publicationsSeen = -1;
    private long lastLook;

    CalendarSweep(
            Sweep sweep,
            DueAppeals appeals,
            WorkCalendar calendars,
            @ConfigProperty(name = "appeal.sweep.every") Period every) {
        this.sweep = sweep;
        this.appeals = appeals;
        this.calendars = calendars;
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
        int publications = calendars.publications();
        long now = System.nanoTime();
        if (publications != publicationsSeen || now - lastLook > AGAIN_NANOS) {
            run();
            publicationsSeen = publications;
            lastLook = now;
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
