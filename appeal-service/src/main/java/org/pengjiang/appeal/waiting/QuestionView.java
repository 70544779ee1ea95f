package org.pengjiang.appeal.waiting;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.QuestionEnd;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.identity.NamedAccount;

/** A question to the enterprise, and what came of it. */
record QuestionView(
        int seq,
        int round,
        @Schema(description = "询问内容") String text,
        Instant askedAt,

        @Schema(description = "who of the offices; for the offices alone 询问人") @NamedAccount @Nullable String askedBy,

        @Schema(description = "when the appeal goes on without an answer; absent once it has ended 回复截止时间") @Nullable Instant answerUntil,

        @Schema(description = "absent while the appeal waits for it 结束方式") @Nullable QuestionEnd end,

        @Nullable Instant endedAt,

        @Schema(description = "the answer, or why the enterprise objects 企业回复") @Nullable String reply,

        @Schema(description = "who of the enterprise 回复人") @NamedAccount @Nullable String repliedBy,

        @Schema(description = "of the question 询问附件") List<AttachedFile> files,

        @Schema(description = "of the answer 回复附件") List<AttachedFile> replyFiles) {

    static QuestionView of(
            Question question,
            @Nullable Instant answerUntil,
            List<AttachedFile> files,
            List<AttachedFile> replyFiles,
            AppealReader reader) {
        return new QuestionView(
                question.seq(),
                question.round(),
                reader.text().of(question.text()),
                question.askedAt(),
                reader.isOutsider() ? null : question.askedBy(),
                question.isOpen() ? answerUntil : null,
                question.end().orElse(null),
                question.endedAt().orElse(null),
                question.reply().map(reader.text()::of).orElse(null),
                reader.shows(FieldView.Field.IDENTITY) ? question.endedBy().orElse(null) : null,
                files,
                reader.learnsWhose()
                        ? replyFiles
                        : replyFiles.stream().map(AttachedFile::unnamed).toList());
    }
}
