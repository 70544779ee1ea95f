package org.pengjiang.team.organisation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.team.model.OrganisationUnit;
import org.pengjiang.team.model.UnitKind;

/** An organisation unit. */
@Schema(name = "Unit")
record UnitView(UUID id, String code, String name, String divisionCode, UnitKind kind) {
    static UnitView of(OrganisationUnit unit) {
        return new UnitView(unit.id(), unit.code(), unit.name(), unit.division().value(), unit.kind());
    }
}
