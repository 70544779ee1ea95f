package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.identity.CurrentCaller;

/** Shows the questions of an appeal to whoever may read them. */
@ApplicationScoped
class QuestionViews {
    private final Questions questions;
    private final AppealAccess access;
    private final Files files;
    private final CurrentCaller caller;

    QuestionViews(Questions questions, AppealAccess access, Files files, CurrentCaller caller) {
        this.questions = questions;
        this.access = access;
        this.files = files;
        this.caller = caller;
    }

    List<QuestionView> of(Appeal appeal) {
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        List<Question> shown = questions.of(appeal).stream()
                .filter(question -> reader.reads(question.askedAt(), true))
                .toList();
        Map<UUID, List<AttachedFile>> attached = files.of(shown.stream()
                .flatMap(question -> Stream.concat(Stream.of(question.id()), question.replyId().stream()))
                .toList());
        @Nullable Instant until = questions.window(appeal).flatMap(SlaClock::dueAt).orElse(null);
        return shown.stream()
                .map(question -> QuestionView.of(
                        question,
                        until,
                        attached.getOrDefault(question.id(), List.of()),
                        question.replyId()
                                .map(answer -> attached.getOrDefault(answer, List.of()))
                                .orElse(List.of()),
                        reader))
                .toList();
    }
}
