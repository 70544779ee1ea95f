package org.pengjiang.appeal.calendars;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;

/** Everything a division adds to the working calendar above it. */
@Entity
@Table(name = "calendar")
class DivisionCalendar extends LoggedAggregate {
    /** Numbers the publications; the ETag begins with it. */
    @Column
    private long revision;

    @Column
    private String data;

    protected DivisionCalendar() {}

    /** One that is about to publish for the first time. */
    DivisionCalendar(DivisionCode division, CalendarRevision first) {
        super(Ids.next(), division);
        this.revision = first.revision();
        this.data = first.additions().text();
    }

    void publish(CalendarRevision next) {
        revision = next.revision();
        data = next.additions().text();
    }

    long revision() {
        return revision;
    }

    CalendarAdditions additions() {
        return CalendarAdditions.parse(data);
    }

    @Override
    public String subjectType() {
        return "calendar";
    }
}
