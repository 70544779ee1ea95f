package org.pengjiang.team.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team's first leader from a date on (一把手). */
@Schema(name = "AppointCaptain")
record AppointCaptainRequest(
        @NotBlank @Size(max = 100) @Schema(description = "The account: the token's sub")
        String account,

        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 100) String title,
        @NotNull LocalDate from) {}
