package org.pengjiang.appeal.model.appeal;

/** Which assignment a clock belongs to: its number, and the unit that answers for it. */
public record AssignmentRef(int seq, String unit) {}
