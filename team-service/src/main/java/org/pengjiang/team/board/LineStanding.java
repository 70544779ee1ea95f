package org.pengjiang.team.board;

import java.util.List;
import org.pengjiang.team.model.Light;
import org.pengjiang.team.model.Progress;
import org.pengjiang.team.model.TargetLine;

/**
 * Where one line stands.
 *
 * @param neutral true when the line cannot be judged: its weight is spread over the others
 * @param monthsMet whether each completed month met its plan, oldest first
 */
record LineStanding(TargetLine line, Progress progress, boolean neutral, List<Boolean> monthsMet, Light light) {}
