package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The enterprise does not accept that its appeal pauses: it goes on at once, and pauses for no question any more in this round. */
@ApplicationScoped
class ObjectToQuestion {
    private final OpenForCommand open;
    private final Questions questions;
    private final LogResumption resumptions;

    ObjectToQuestion(OpenForCommand open, Questions questions, LogResumption resumptions) {
        this.open = open;
        this.questions = questions;
        this.resumptions = resumptions;
    }

    @Transactional
    Appeal object(UUID id, int seq, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.OBJECT_TO_QUESTION, caller);
        Appeal appeal = context.appeal();
        Question question = questions.objectTo(appeal, seq, why, caller.subject(), context.now());
        resumptions.ofQuestion(appeal, question, "OBJECTION", context.now());
        return appeal;
    }
}
