package org.pengjiang.team.organisation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;

/** Someone joins a team. */
@Schema(name = "AddMember")
record AddMemberRequest(
        @NotNull @KeyString(max = 100) @Schema(description = "The account: the token's sub")
        String account,

        @NotNull @OneLine(max = 100) String name,
        @NotNull @OneLine(max = 100) String duty,
        @NotNull LocalDate from) {}
