package org.pengjiang.project.model;

import java.util.UUID;

/** A team's part in a project's credit. */
public record Share(UUID teamId, String teamCode, ShareRole role, int basisPoints, boolean overlay) {}
