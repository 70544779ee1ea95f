package org.pengjiang.kit.log.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;

/** How far the log was anchored. There is one per service; each day it goes on and says so in the log. */
@Entity
@Table(name = "log_anchor")
class LogAnchor extends LoggedAggregate {
    static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Column
    private LocalDate day;

    @Column(name = "up_to")
    private long upTo;

    @Column
    private String anchor;

    protected LogAnchor() {}

    LogAnchor(DivisionCode division) {
        super(ID, division);
        this.day = LocalDate.EPOCH;
        this.anchor = "";
    }

    @Override
    public String subjectType() {
        return "log_anchor";
    }

    LocalDate day() {
        return day;
    }

    long upTo() {
        return upTo;
    }

    String anchor() {
        return anchor;
    }

    void moveTo(LocalDate newDay, long position, String newAnchor) {
        day = newDay;
        upTo = position;
        anchor = newAnchor;
    }
}
