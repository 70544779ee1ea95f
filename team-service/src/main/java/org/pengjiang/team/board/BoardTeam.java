package org.pengjiang.team.board;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.pengjiang.team.model.TargetLine;
import org.pengjiang.team.model.TeamKind;

/** A team of the year with the lines of the pledge in force on the date. */
record BoardTeam(
        UUID id,
        String code,
        String name,
        TeamKind kind,
        String group,
        String division,
        LocalDate validFrom,
        List<TargetLine> lines) {

    /** A team that joined in the year has targets and time from its first month. */
    int startMonth(int year) {
        return validFrom.getYear() == year ? validFrom.getMonthValue() : 1;
    }
}
