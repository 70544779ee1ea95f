package org.pengjiang.project.model;

import java.util.List;

/** How an admission case is decided. */
public record Ruling(
        Decision decision, String meetingNo, List<String> conditions, List<Veto> vetoes, List<String> withoutOpinion) {}
