package org.pengjiang.team.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.team.model.Captaincy;
import org.pengjiang.team.model.Pledge;
import org.pengjiang.team.model.Pledges;
import org.pengjiang.team.model.Roles;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.Teams;

/**
 * A draft waits for the office, an issued pledge for the signature of the captain, and of the one who follows him; when a team
 * changes hands, so does the task.
 */
@ApplicationScoped
class PledgeTasks implements TaskSource<Pledge> {
    static final String ISSUE = "pledge-to-issue";
    static final String SIGN = "pledge-to-sign";

    private final Pledges pledges;
    private final Teams teams;

    PledgeTasks(Pledges pledges, Teams teams) {
        this.pledges = pledges;
        this.teams = teams;
    }

    @Override
    public String subjectType() {
        return "pledge";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ISSUE, SIGN);
    }

    @Override
    public String link(Pledge pledge) {
        return "/v1/pledges/" + pledge.id();
    }

    @Override
    public List<Task> waiting(Pledge pledge) {
        String team = pledge.teamCode();
        return switch (pledge.status()) {
            case DRAFT -> List.of(Task.of(ISSUE, "", Assignee.role(Roles.PROMOTION_OFFICE), team, pledge.year()));
            case ISSUED ->
                captains(pledge).stream()
                        .map(captain -> Task.of(SIGN, "", Assignee.account(captain), team, pledge.year()))
                        .toList();
            case SIGNED, AMENDED, CLOSED -> List.of();
        };
    }

    /** Whoever leads the team on the day of issue or later. */
    private List<String> captains(Pledge pledge) {
        LocalDate issuedOn = pledge.issuedOn().orElseThrow();
        return teams.find(DivisionScope.of(pledge.division()), pledge.teamId()).stream()
                .flatMap(team -> team.captaincies().stream())
                .filter(captaincy -> captaincy.to() == null || !captaincy.to().isBefore(issuedOn))
                .map(Captaincy::account)
                .distinct()
                .toList();
    }

    @Override
    public List<Pledge> concernedBy(LoggedAggregate other) {
        return other instanceof Team team ? pledges.awaitingSignature(team) : List.of();
    }
}
