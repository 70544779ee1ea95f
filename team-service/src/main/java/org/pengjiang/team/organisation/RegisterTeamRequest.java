package org.pengjiang.team.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.team.model.Team;
import org.pengjiang.team.model.TeamKind;

/** A new team, with its first leader where that is already known. */
@Schema(name = "RegisterTeam")
record RegisterTeamRequest(
        @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9-]{1,15}", message = "{such.as} T01") @Schema(examples = "T01")
        String code,

        @NotNull @OneLine(max = 100) String name,
        @NotNull TeamKind kind,

        @NotNull @OneLine(max = 50)
        @Schema(description = "Teams are ranked inside their group (分组), such as towns or departments")
        String group,

        @NotNull @KeyString(max = 40) @Schema(examples = "440703101")
        String divisionCode,

        @KeyString(max = 32) @Nullable String unitCode,

        @OneLine(max = 100) @Schema(description = "District leader attached (挂点领导)") @Nullable String attachedLeader,

        @Size(max = 20) @Nullable List<@NotBlank @Pattern(regexp = "[A-Z_]{1,40}", message = "{such.as} NEW_ELECTRONICS") String> chains,

        @NotNull LocalDate validFrom,
        @Valid @Nullable AppointCaptainRequest captain) {

    Team.Description description() {
        return new Team.Description(
                name, group, unitCode, attachedLeader, chains == null ? List.of() : List.copyOf(chains));
    }
}
