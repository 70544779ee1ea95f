package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.team.events.CaptainPeriod;
import org.pengjiang.team.events.TeamChanged;
import org.pengjiang.team.events.TeamRegistered;
import org.pengjiang.team.model.Captaincy;
import org.pengjiang.team.model.Team;

/** Tells the others what they may know of a team: accounts and dates, never names of people. */
@ApplicationScoped
class TeamLog {
    private final EventLog log;
    private final Clock clock;

    TeamLog(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    void registered(Team team) {
        log.append(
                team,
                new TeamRegistered(
                        team.id(),
                        team.code(),
                        team.description().name(),
                        team.kind().name(),
                        team.description().group(),
                        team.division().value(),
                        team.description().unitCode(),
                        team.validFrom(),
                        team.validTo().orElse(null),
                        captain(team),
                        captains(team)));
    }

    void changed(Team team) {
        log.append(
                team,
                new TeamChanged(
                        team.id(),
                        team.code(),
                        team.description().name(),
                        team.kind().name(),
                        team.description().group(),
                        team.division().value(),
                        team.description().unitCode(),
                        team.validFrom(),
                        team.validTo().orElse(null),
                        captain(team),
                        captains(team)));
    }

    private @Nullable String captain(Team team) {
        return team.captainOn(LocalDate.now(clock)).map(Captaincy::account).orElse(null);
    }

    private static List<CaptainPeriod> captains(Team team) {
        return team.captaincies().stream()
                .map(it -> new CaptainPeriod(it.account(), it.from(), it.to()))
                .toList();
    }
}
