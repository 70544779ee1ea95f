package org.pengjiang.appeal.replying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.delivery.LogReplyDelivered;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** The centre answers a consultation by itself: no unit has to. */
@ApplicationScoped
class AnswerDirectly {
    private final OpenForCommand open;
    private final Replies replies;
    private final Rejections rejections;
    private final LogReplyDelivered deliveries;

    AnswerDirectly(OpenForCommand open, Replies replies, Rejections rejections, LogReplyDelivered deliveries) {
        this.open = open;
        this.replies = replies;
        this.rejections = rejections;
        this.deliveries = deliveries;
    }

    /** @throws DomainException TEXT_NAMES_PERSON, NO_CONSULTATION */
    @Transactional
    Appeal answer(UUID id, DirectAnswer said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ANSWER_DIRECTLY, caller);
        Appeal appeal = context.appeal();
        if (PersonalNumbers.standIn(said.publicText())) {
            throw new DomainException(
                    AppealProblem.TEXT_NAMES_PERSON, List.of(Fault.at("/publicText", AppealProblem.TEXT_NAMES_PERSON)));
        }
        rejections.lapse(appeal, context.now().at());
        deliveries.log(
                appeal,
                replies.answerDirectly(appeal, said.publicText(), caller.subject(), context.now()),
                context.now());
        return appeal;
    }
}
