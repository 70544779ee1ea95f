package org.pengjiang.team.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Someone joins a team. */
@Schema(name = "AddMember")
record AddMemberRequest(
        @NotBlank @Size(max = 100) @Schema(description = "The account: the token's sub")
        String account,

        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 100) String duty,
        @NotNull LocalDate from) {}
