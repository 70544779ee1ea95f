package org.pengjiang.project.events;

import java.time.LocalDate;

/** A department gave no opinion in time. That is no consent. */
public record OpinionOverdue(int seq, String department, LocalDate dueOn) implements ProjectEvent {
    @Override
    public String type() {
        return "project.opinion-overdue.v1";
    }

    @Override
    public boolean decisive() {
        return false;
    }
}
