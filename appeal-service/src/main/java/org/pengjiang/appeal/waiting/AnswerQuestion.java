package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The enterprise, or the platform that has filed for it, answers a question: the appeal goes on at once. */
@ApplicationScoped
class AnswerQuestion {
    private final OpenForCommand open;
    private final Questions questions;
    private final AppealFiles files;
    private final LogResumption resumptions;

    AnswerQuestion(OpenForCommand open, Questions questions, AppealFiles files, LogResumption resumptions) {
        this.open = open;
        this.questions = questions;
        this.files = files;
        this.resumptions = resumptions;
    }

    @Transactional
    Appeal answer(UUID id, int seq, NewAnswer said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ANSWER_QUESTION, caller);
        Appeal appeal = context.appeal();
        Question question = questions.answer(appeal, seq, said.text(), caller.subject(), context.now());
        resumptions.ofQuestion(appeal, question, "ANSWER", context.now());
        files.attach(appeal, AppealFiles.Place.ofAnswer(question), said.fileIds(), caller);
        return appeal;
    }
}
