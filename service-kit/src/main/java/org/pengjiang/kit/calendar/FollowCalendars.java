package org.pengjiang.kit.calendar;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows what divisions publish, in every service but the one that owns the calendars. */
@ApplicationScoped
@IfBuildProperty(name = "suite.calendar.follows", stringValue = "true", enableIfMissing = true)
class FollowCalendars implements EventConsumer {
    static final String PUBLISHED = "calendar.version-published.v1";

    private final WorkCalendar calendar;
    private final String service;
    private final String topic;

    FollowCalendars(
            WorkCalendar calendar,
            @ConfigProperty(name = "suite.service") String service,
            @ConfigProperty(name = "suite.calendar.topic") String topic) {
        this.calendar = calendar;
        this.service = service;
        this.topic = topic;
    }

    @Override
    public String name() {
        return service + ".calendars";
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Set<String> applies() {
        return Set.of(PUBLISHED);
    }

    @Override
    public Set<String> ignores() {
        return Set.of();
    }

    /** Each event carries all that its division adds, so that the newest alone is enough. */
    @Override
    public boolean needsEveryEvent() {
        return false;
    }

    /** Data that cannot be read is parked with its faults: no calendar is guessed at. */
    @Override
    public void apply(ReceivedEvent event) {
        EventData said = event.fields();
        calendar.publish(new CalendarPublication(
                DivisionCode.parse(said.text("divisionCode")),
                said.number("revision"),
                said.text("calendarVersion"),
                CalendarAdditions.parse(said.text("data")),
                said.optionalText("documentNo"),
                event.occurredAt()));
    }
}
