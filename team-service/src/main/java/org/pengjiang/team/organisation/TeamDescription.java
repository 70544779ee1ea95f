package org.pengjiang.team.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.team.model.Team;

/** What a merge patch may change: nothing of identity, nothing of history. */
@Schema(name = "TeamDescription")
record TeamDescription(
        @NotNull @OneLine(max = 100) String name,
        @NotNull @OneLine(max = 50) String group,
        @KeyString(max = 32) @Nullable String unitCode,
        @OneLine(max = 100) @Nullable String attachedLeader,

        @NotNull @Size(max = 20) List<@NotBlank @Pattern(regexp = "[A-Z_]{1,40}", message = "{such.as} NEW_ELECTRONICS") String> chains) {

    static TeamDescription of(Team.Description it) {
        return new TeamDescription(it.name(), it.group(), it.unitCode(), it.attachedLeader(), it.chains());
    }

    Team.Description toModel() {
        return new Team.Description(name, group, unitCode, attachedLeader, List.copyOf(chains));
    }
}
