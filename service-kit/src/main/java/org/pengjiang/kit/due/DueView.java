package org.pengjiang.kit.due;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.kit.notices.TitleTexts;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.tasks.Assignee;

/** A due as a person sees it. */
@Schema(name = "Due")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DueView(
        UUID id,

        @Schema(description = "what is owed 事项类型", examples = "to-confirm")
        String kind,

        @Schema(description = "the same in words, by Accept-Language 标题")
        String title,

        String subjectType,
        UUID subject,

        @Schema(description = "the subject: a path of this service 链接")
        String link,

        Owing owedBy,

        @Schema(description = "when it began to run 起算时间") OffsetDateTime since,

        @Schema(description = "the last moment in time, pauses included 截止时间")
        OffsetDateTime dueAt,

        @Schema(description = "whether the due moment rests on a calendar that is not published yet 暂定")
        boolean provisional,

        @Schema(description = "of the highest level that was reached 灯色")
        Light light,

        @Schema(description = "since when it does not run; absent when it runs 暂停时间") @Nullable OffsetDateTime pausedSince) {

    /** Who owes it: an account, anyone with one of the roles (of one unit), or an enterprise. */
    @Schema(name = "DueOwedBy")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Owing(
            @Schema(description = "account 账号") @NamedAccount @Nullable String account,

            @Schema(description = "one of these roles 角色") @Nullable List<String> roles,

            @Schema(description = "unit 单位") @Nullable String unit,

            @Schema(description = "enterprise by unified social credit code 统一社会信用代码") @Nullable String enterprise) {}

    /** Documents the answer of the list. */
    @Schema(name = "Dues")
    record Part(List<DueView> items, @Nullable String next) {}

    static DueView of(DueRow row, ZoneId zone, Language language) {
        Due due = row.due();
        Assignee assignee = due.assignee();
        return new DueView(
                row.id(),
                due.kind(),
                TitleTexts.title(due.kind(), due.arguments(), language),
                row.subjectType(),
                row.subject(),
                row.link(),
                new Owing(assignee.account(), assignee.roles(), assignee.unit(), assignee.party()),
                at(due.since(), zone),
                at(due.dueAt(), zone),
                due.provisional(),
                row.light(),
                row.pausedSince() == null ? null : at(row.pausedSince(), zone));
    }

    private static OffsetDateTime at(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime();
    }
}
