package org.pengjiang.team.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.team.model.UnitKind;

/** A new organisation unit. */
@Schema(name = "RegisterUnit")
record RegisterUnitRequest(
        @NotBlank @Pattern(regexp = "[A-Z0-9-]{1,32}", message = "{such.as} 440703-ZR") @Schema(examples = "PROMOTION-BUREAU")
        String code,

        @NotNull @OneLine(max = 100) String name,

        @NotNull @KeyString(max = 40) @Schema(examples = "440703101")
        String divisionCode,

        @NotNull UnitKind kind) {}
