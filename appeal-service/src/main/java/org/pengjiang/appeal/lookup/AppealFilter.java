package org.pengjiang.appeal.lookup;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.TimeClass;

/** What a list of appeals is narrowed to. */
record AppealFilter(
        @Parameter(description = "state 状态", example = "IN_PROGRESS") @QueryParam("state") @Nullable AppealState state,

        @Parameter(description = "false once rejected, closed, merged or withdrawn 未办结") @QueryParam("open") @Nullable Boolean open,

        @Parameter(description = "whether a promise to the enterprise was ever broken 曾超期")
        @QueryParam("breached")
        @Nullable Boolean breached,

        @Parameter(description = "category code 诉求类别", example = "A04")
        @QueryParam("category")
        @Nullable @Pattern(regexp = "[A-Z][0-9]{2}", message = "{such.as} A04") String category,

        @Parameter(description = "time class 时限等级") @QueryParam("timeClass") @Nullable TimeClass timeClass,

        @Parameter(description = "code of the unit that answers for it 责任单位", example = "440703101")
        @QueryParam("unit")
        @Nullable @Pattern(regexp = "[A-Z0-9-]{1,32}", message = "{such.as} 440703-ZR") String unit,

        @Parameter(
                description = "account that works on it, me for one's own; not for enterprises and partners 经办人",
                example = "me")
        @QueryParam("assignee")
        @Nullable @Size(max = 100) String assignee,

        @Parameter(description = "project 项目") @QueryParam("project") @Nullable UUID project,

        @Parameter(
                description = "unified social credit code of who appeals; not for enterprises 企业",
                example = "91440703MA00000077")
        @QueryParam("enterprise")
        @Nullable @Pattern(regexp = "[0-9A-Z]{18}", message = "{such.as} 91440703MA00000077") String enterprise,

        @Parameter(description = "division and everything below it 行政区划", example = "440703101")
        @QueryParam("division")
        @Nullable @Pattern(regexp = "[0-9]{2,12}", message = "{such.as} 440703") String division,

        @Parameter(description = "nature 诉求性质") @QueryParam("nature") @Nullable Nature nature,

        @Parameter(description = "received on this day or later 收到起始日期", example = "2026-09-01")
        @QueryParam("receivedFrom")
        @Nullable LocalDate receivedFrom,

        @Parameter(description = "received on this day or before it 收到截止日期", example = "2026-09-30")
        @QueryParam("receivedTo")
        @Nullable LocalDate receivedTo,

        @Parameter(description = SEARCH) @QueryParam("q") @Nullable @Size(max = 100) String q) {

    private static final String SEARCH =
            "words of title, number or text, in any order; blanks part them. Case, width, accents, punctuation and the choice"
                    + " of traditional or simplified characters make no difference. At least two characters, or one beside"
                    + " another filter. A full number finds its appeal alone. 关键词";

    boolean isNarrowed() {
        return Stream.of(
                        state,
                        open,
                        breached,
                        category,
                        timeClass,
                        unit,
                        assignee,
                        project,
                        enterprise,
                        division,
                        nature,
                        receivedFrom,
                        receivedTo)
                .anyMatch(Objects::nonNull);
    }

    /** For the seal of a cursor: it goes on with this filter alone. */
    @Nullable Object[] values() {
        return new @Nullable Object[] {
            state,
            open,
            breached,
            category,
            timeClass,
            unit,
            assignee,
            project,
            enterprise,
            division,
            nature,
            receivedFrom,
            receivedTo,
            q
        };
    }
}
