package org.pengjiang.kit.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;

/** A parked event that was given up. It keeps everything the event carried, so that its effect can be entered by hand. */
@Entity
@Table(name = "discarded_event")
class DiscardedEvent extends LoggedAggregate {
    @Column
    private String consumer;

    @Column(name = "event_subject")
    private UUID eventSubject;

    @Column(name = "event_id")
    private UUID eventId;

    @Column
    private String type;

    @Column
    private String place;

    @Column
    private String headers;

    @Column
    private byte[] payload;

    @Column(name = "parked_for")
    private String parkedFor;

    @Column(name = "parked_at")
    private OffsetDateTime parkedAt;

    @Column(name = "leaves_gap")
    private boolean leavesGap;

    @Column(name = "missing_sequence")
    private @Nullable Long missingSequence;

    @Column
    private String why;

    protected DiscardedEvent() {}

    /** @param division of whoever answers for it: the event's own, or the administrator's where the event names none */
    DiscardedEvent(ParkedEvents.Row row, DivisionCode division, Gap gap, String why) {
        super(row.id(), division);
        this.consumer = row.consumer();
        this.eventSubject = row.message().key();
        this.eventId = row.message().eventId();
        this.type = row.message().type();
        this.place = row.message().place();
        this.headers = row.headers();
        this.payload = row.message().payload();
        this.parkedFor = row.reason().name();
        this.parkedAt = row.parkedAt();
        this.leavesGap = gap.isOne();
        this.missingSequence = gap.sequence();
        this.why = why;
    }

    @Override
    public String subjectType() {
        return "discarded_event";
    }

    String consumer() {
        return consumer;
    }

    UUID eventSubject() {
        return eventSubject;
    }

    Gap gap() {
        return new Gap(leavesGap, missingSequence);
    }

    EventDiscarded event() {
        return new EventDiscarded(
                consumer, eventSubject, eventId, type, place, parkedFor, leavesGap, missingSequence, why);
    }
}
