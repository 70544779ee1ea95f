package org.pengjiang.project.events;

/** A proposed agreement amount was refused. */
public record AmountRevisionRejected(int seq, String reason) implements ProjectEvent {
    @Override
    public String type() {
        return "project.amount-revision-rejected.v1";
    }
}
