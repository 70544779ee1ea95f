package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.view.AppealOutline;
import org.pengjiang.appeal.model.view.AppealOutlines;
import org.pengjiang.kit.problem.DomainException;

/** Answers for whoever has shown the query code. Whoever filed had the code in their hands too: if they have handled the appeal, nobody answers with it. */
@ApplicationScoped
class AnswerQuestionByCode {
    private static final String BY_CODE = "query-code";

    private final OpenForCommand open;
    private final Questions questions;
    private final LogResumption resumptions;
    private final AppealAccess access;
    private final AppealOutlines outlines;

    AnswerQuestionByCode(
            OpenForCommand open,
            Questions questions,
            LogResumption resumptions,
            AppealAccess access,
            AppealOutlines outlines) {
        this.open = open;
        this.questions = questions;
        this.resumptions = resumptions;
        this.access = access;
        this.outlines = outlines;
    }

    /** @throws DomainException CODE_OF_HANDLER; NOT_FOUND when another question, or none, waits */
    @Transactional
    AppealOutline answer(UUID id, int seq, String text) {
        CommandContext context = open.byQueryCode(id, AppealCommand.ANSWER_QUESTION);
        Appeal appeal = context.appeal();
        if (access.isFiledByHandler(appeal)) {
            throw new DomainException(AppealProblem.CODE_OF_HANDLER);
        }
        Question question = questions.answer(appeal, seq, text, BY_CODE, context.now());
        resumptions.ofQuestion(appeal, question, "ANSWER", context.now());
        return outlines.outline(appeal);
    }
}
