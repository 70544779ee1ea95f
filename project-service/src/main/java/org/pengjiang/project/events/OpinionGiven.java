package org.pengjiang.project.events;

/** A department gave its opinion on an admission. */
public record OpinionGiven(int seq, String department, String verdict) implements ProjectEvent {
    @Override
    public String type() {
        return "project.opinion-given.v1";
    }
}
