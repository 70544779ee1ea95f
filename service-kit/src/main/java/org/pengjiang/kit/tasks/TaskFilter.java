package org.pengjiang.kit.tasks;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;

/** What a list of tasks can be narrowed to. */
public record TaskFilter(
        @Parameter(
                description =
                        "what waits for me 我的待办; a bare ?mine says yes. Without it: everything of my division, for"
                                + " SUPERVISOR, LEADER and AUDITOR",
                allowEmptyValue = true)
        @QueryParam("mine")
        @Pattern(regexp = "(true|false)?", message = "{such.as} true")
        @Nullable String mine,

        @Parameter(description = "waiting for the people of this unit 单位")
        @QueryParam("unit")
        @Size(min = 1, max = 64) @Nullable String unit,

        @Parameter(description = "of this kind 事项类型") @QueryParam("kind") @Size(min = 1, max = 64) @Nullable String kind) {
    public TaskFilter {
        unit = KeyText.ofNullable(unit);
        kind = KeyText.ofNullable(kind);
    }

    /** A bare {@code ?mine} is a yes too; as a parameter it cannot be told from an absent one. */
    boolean isMine(UriInfo address) {
        return address.getQueryParameters().containsKey("mine") && !"false".equals(mine);
    }
}
