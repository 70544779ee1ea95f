package org.pengjiang.kit.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;

/** Looks for what other replicas, and the events, have brought. */
@ApplicationScoped
class RefreshCalendars implements PeriodicJob {
    private final WorkCalendar calendar;
    private final Period every;

    RefreshCalendars(WorkCalendar calendar, @ConfigProperty(name = "suite.calendar.refresh-every") Period every) {
        this.calendar = calendar;
        this.every = every;
    }

    @Override
    public String name() {
        return "calendar-refresh";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        calendar.refresh();
    }
}
