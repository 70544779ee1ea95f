package org.pengjiang.team.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.table.TableRows;
import org.pengjiang.team.model.Pledge;
import org.pengjiang.team.model.Pledges;
import org.pengjiang.team.model.TargetLine;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.TeamProblem;
import org.pengjiang.team.model.Teams;

/**
 * Drafts the pledges of a district's teams for a year from one table: all of them or none. A draft binds nobody; it counts after
 * the office has issued it and the captain has signed it.
 */
@ApplicationScoped
class ImportPledges {
    private final PledgeFile file;
    private final Teams teams;
    private final Pledges pledges;
    private final LineDefaults defaults;
    private final EventLog log;

    ImportPledges(PledgeFile file, Teams teams, Pledges pledges, LineDefaults defaults, EventLog log) {
        this.file = file;
        this.teams = teams;
        this.pledges = pledges;
        this.defaults = defaults;
        this.log = log;
    }

    @Transactional
    PledgeImportView run(TableRows table, String district, int year, boolean dryRun, Language language) {
        PledgeFile.Contents contents = file.read(table, year, language);
        DivisionScope scope = DivisionScope.of(DivisionCode.parse(district));
        Map<String, Team> known = teams.withCodes(scope, contents.teams().keySet()).stream()
                .collect(Collectors.toMap(Team::code, Function.identity()));
        Set<UUID> pledged = new HashSet<>(pledges.teamsWithAny(scope, year));
        LineDefaults.Usual usual = defaults.of(DivisionCode.parse(district));
        List<Pledge> drafts = new ArrayList<>();
        contents.teams().forEach((code, rows) -> {
            Team team = known.get(code);
            if (team == null) {
                rows.fault(TeamProblem.TEAM_UNKNOWN, code);
            } else if (pledged.contains(team.id())) {
                rows.fault(TeamProblem.PLEDGE_OPEN, String.valueOf(year));
            }
            if (team != null && rows.isGood()) {
                draft(team, year, rows, usual, drafts);
            }
        });
        contents.rows().requireGood();
        if (!dryRun) {
            log.appendAll(drafts.stream()
                    .map(pledge -> new EventLog.Change(pledge, DraftPledge.drafted(pledge)))
                    .toList());
            drafts.forEach(pledges::add);
        }
        return PledgeImportView.of(year, dryRun, contents.rows().size(), drafts);
    }

    private static void draft(
            Team team, int year, PledgeFile.OfTeam rows, LineDefaults.Usual usual, List<Pledge> drafts) {
        List<TargetLine> lines = rows.lines().stream()
                .map(line -> line.toLine(usual.curve(), usual.cap()))
                .toList();
        try {
            drafts.add(Pledge.draft(Ids.next(), team, year, lines));
        } catch (DomainException refusal) {
            refusal.faults().forEach(rows::fault);
        }
    }
}
