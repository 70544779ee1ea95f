package org.pengjiang.team.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.team.model.Captaincy;
import org.pengjiang.team.model.Member;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.TeamKind;

/** A team with everyone who has led it. */
@Schema(name = "Team")
record TeamView(
        UUID id,
        String code,
        String name,
        TeamKind kind,
        String group,
        String divisionCode,
        Optional<String> unitCode,
        Optional<String> attachedLeader,
        List<String> chains,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        @Schema(description = "Who leads it today") Optional<PersonView> captain,

        @Schema(description = "Every first leader by date, oldest first: responsibility follows the date")
        List<PersonView> captains,

        List<PersonView> members,

        @Schema(description = "What this caller may do with it now")
        List<String> allowedCommands) {

    /** Someone's time in an office or a team, both days included. */
    @Schema(name = "TeamPerson")
    record PersonView(String account, String name, String title, LocalDate from, Optional<LocalDate> to) {
        static PersonView of(Captaincy it) {
            return new PersonView(it.account(), it.name(), it.title(), it.from(), Optional.ofNullable(it.to()));
        }

        static PersonView of(Member it) {
            return new PersonView(it.account(), it.name(), it.duty(), it.from(), Optional.ofNullable(it.to()));
        }
    }

    static TeamView of(Team team, LocalDate today, List<String> allowedCommands) {
        Team.Description description = team.description();
        return new TeamView(
                team.id(),
                team.code(),
                description.name(),
                team.kind(),
                description.group(),
                team.division().value(),
                Optional.ofNullable(description.unitCode()),
                Optional.ofNullable(description.attachedLeader()),
                description.chains(),
                team.validFrom(),
                team.validTo(),
                team.captainOn(today).map(PersonView::of),
                team.captaincies().stream().map(PersonView::of).toList(),
                team.members().stream().map(PersonView::of).toList(),
                allowedCommands);
    }
}
