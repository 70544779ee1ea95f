package org.pengjiang.team.credit;

import java.util.UUID;

/** A team's part of a project's credit. An overlay recognises without counting and never enters a total. */
record Share(UUID teamId, String teamCode, String role, int basisPoints, boolean overlay) {}
