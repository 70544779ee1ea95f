package org.pengjiang.kit.tasks;

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

/** A task as a person sees it. */
@Schema(name = "Task")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record TaskView(
        UUID id,

        @Schema(description = "what is to be done 事项类型", examples = "to-confirm")
        String kind,

        @Schema(description = "the same in words, by Accept-Language 标题")
        String title,

        String subjectType,
        UUID subject,

        @Schema(description = "where it is done: a path of this service 链接")
        String link,

        Waiting waitsFor,

        @Schema(description = "absent when it has no time limit 截止时间") @Nullable OffsetDateTime dueAt,

        @Schema(description = "whether the due moment rests on a calendar that is not published yet 暂定")
        boolean provisional,

        @Schema(description = "whether the due moment has passed 已逾期")
        boolean overdue,

        @Schema(description = "whether letters about it go out at night too 紧急")
        boolean urgent,

        OffsetDateTime openedAt) {

    /** Whom it waits for: an account, anyone with one of the roles (of one unit), or an enterprise. */
    @Schema(name = "TaskWaitsFor")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Waiting(
            @Schema(description = "account 账号") @NamedAccount @Nullable String account,

            @Schema(description = "one of these roles 角色") @Nullable List<String> roles,

            @Schema(description = "unit 单位") @Nullable String unit,

            @Schema(description = "enterprise by unified social credit code 统一社会信用代码") @Nullable String enterprise) {}

    /** Documents the answer of the list. */
    @Schema(name = "Tasks")
    record Part(List<TaskView> items, @Nullable String next) {}

    static TaskView of(StoredTask stored, Instant now, ZoneId zone, Language language) {
        Task task = stored.task();
        Assignee assignee = task.assignee();
        Instant dueAt = task.dueAt();
        return new TaskView(
                stored.id(),
                task.kind(),
                TitleTexts.title(task.kind(), task.arguments(), language),
                stored.subjectType(),
                stored.subject(),
                stored.link(),
                new Waiting(assignee.account(), assignee.roles(), assignee.unit(), assignee.party()),
                dueAt == null ? null : dueAt.atZone(zone).toOffsetDateTime(),
                task.provisional(),
                // exactly at due is in time
                dueAt != null && now.isAfter(dueAt),
                task.urgent(),
                stored.openedAt().atZone(zone).toOffsetDateTime());
    }
}
