package org.pengjiang.project.lookup;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.project.model.Condition;
import org.pengjiang.project.model.Stage;

/** What a list of projects is narrowed to. */
record ProjectFilter(
        @Parameter(description = "stage 阶段") @QueryParam("stage") @Nullable Stage stage,

        @Parameter(description = "condition 状态") @QueryParam("condition") @Nullable Condition condition,

        @Parameter(description = "chain code 产业链") @QueryParam("chain") @Nullable @Size(max = 40) String chain,

        @Parameter(description = "a team that shares the project now 队伍") @QueryParam("team") @Nullable UUID team,

        @Parameter(description = "division and everything below it 行政区划")
        @QueryParam("division")
        @Nullable @Pattern(regexp = "[0-9]{2,12}", message = "{such.as} 440703") String division,

        @Parameter(
                description = "true: only those with open appeals, false: only those without 有未办结诉求",
                schema = @Schema(type = SchemaType.BOOLEAN))
        @QueryParam("withOpenAppeals")
        @Nullable @Pattern(regexp = "true|false", message = "{such.as} true") String withOpenAppeals,

        @Parameter(description = SEARCH) @QueryParam("q") @Nullable @Size(max = 100) String q) {
    ProjectFilter {
        chain = KeyText.ofNullable(chain);
    }

    private static final String SEARCH =
            "words of name, number or investors, in any order; blanks part them. Case, width, accents, punctuation and the"
                    + " choice of traditional or simplified characters make no difference. At least two characters, or one"
                    + " beside another filter. A full number finds its project alone. 关键词";

    boolean isNarrowed() {
        return Stream.of(stage, condition, chain, team, division, withOpenAppeals)
                .anyMatch(Objects::nonNull);
    }

    boolean onlyWithOpenAppeals() {
        return "true".equals(withOpenAppeals);
    }
}
