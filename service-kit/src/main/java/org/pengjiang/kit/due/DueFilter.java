package org.pengjiang.kit.due;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;

/** What a list of dues can be narrowed to. */
public record DueFilter(
        @Parameter(description = "with this light 灯色") @QueryParam("light") @Nullable Light light,

        @Parameter(description = "owed by the people of this unit 单位")
        @QueryParam("unit")
        @Size(min = 1, max = 64) @Nullable String unit,

        @Parameter(description = "of this kind 事项类型") @QueryParam("kind") @Size(min = 1, max = 64) @Nullable String kind,

        @Parameter(description = "owed to this subject 对象") @QueryParam("subject") @Nullable UUID subject) {
    public DueFilter {
        unit = KeyText.ofNullable(unit);
        kind = KeyText.ofNullable(kind);
    }
}
