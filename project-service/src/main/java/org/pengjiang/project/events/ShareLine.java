package org.pengjiang.project.events;

import java.util.UUID;

/** One team's share of a project's credit. Overlay lines are recognition and never enter a total. */
public record ShareLine(UUID teamId, String teamCode, String role, int basisPoints, boolean overlay) {}
