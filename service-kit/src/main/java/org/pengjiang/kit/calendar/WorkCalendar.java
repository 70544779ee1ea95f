package org.pengjiang.kit.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.calendar.CalendarVersion;

/** The calendar in force. It always answers, and marks what rests on a year that is not published yet. */
@ApplicationScoped
public class WorkCalendar {
    public CalendarVersion current() {
        return CalendarVersion.national().allowingProvisional();
    }
}
