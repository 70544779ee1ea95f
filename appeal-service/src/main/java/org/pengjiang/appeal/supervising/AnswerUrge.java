package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.UrgeAnswered;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.supervision.Urge;
import org.pengjiang.appeal.model.supervision.Urges;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Answers an urge: whoever handles the appeal, and the centre as long as nobody does. */
@ApplicationScoped
class AnswerUrge {
    private final OpenForCommand open;
    private final Urges urges;
    private final AppealLog log;

    AnswerUrge(OpenForCommand open, Urges urges, AppealLog log) {
        this.open = open;
        this.urges = urges;
        this.log = log;
    }

    /** @throws DomainException NOT_HANDLER for the centre where somebody handles it, TEXT_NAMES_PERSON */
    @Transactional
    Appeal answer(UUID id, int seq, String text, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ANSWER_URGE, caller);
        Appeal appeal = context.appeal();
        if (appeal.state().needsAccountableUnit() && !context.capacities().contains(Capacity.HANDLER)) {
            throw new DomainException(AppealProblem.NOT_HANDLER);
        }
        if (PersonalNumbers.standIn(text)) {
            throw new DomainException(
                    AppealProblem.TEXT_NAMES_PERSON, List.of(Fault.at("/text", AppealProblem.TEXT_NAMES_PERSON)));
        }
        Urge urge = urges.answer(appeal, seq, text.strip(), caller.subject(), context.now());
        log.append(
                appeal,
                new UrgeAnswered(
                        appeal.standing(), seq, context.now().at(), false, urges.isAnsweredInTime(appeal, urge)));
        return appeal;
    }
}
