package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.events.RatingVerified;
import org.pengjiang.appeal.events.ReworkOrdered;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.OrderedBy;
import org.pengjiang.appeal.model.evaluation.Orderer;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** The supervision says whether a bad rating is justified. */
@ApplicationScoped
class VerifyRating {
    private final OpenForCommand open;
    private final Evaluation evaluation;
    private final AssignHandler assign;
    private final AppealLog log;

    VerifyRating(OpenForCommand open, Evaluation evaluation, AssignHandler assign, AppealLog log) {
        this.open = open;
        this.evaluation = evaluation;
        this.assign = assign;
        this.log = log;
    }

    /** @throws DomainException HANDLES_IT_HIMSELF, TEXT_NAMES_PERSON, NO_VERIFICATION_DUE */
    @Transactional
    Appeal verify(UUID id, int round, NewFinding said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.VERIFY_RATING, caller);
        if (context.capacities().contains(Capacity.HANDLER)) {
            throw new DomainException(AppealProblem.HANDLES_IT_HIMSELF);
        }
        if (PersonalNumbers.standIn(said.reason())) {
            throw new DomainException(
                    AppealProblem.TEXT_NAMES_PERSON, List.of(Fault.at("/reason", AppealProblem.TEXT_NAMES_PERSON)));
        }
        Appeal appeal = context.appeal();
        int presentRound = appeal.round();
        String unit = appeal.handler().map(Handler::accountableUnit).orElse(null);
        Orderer by = new Orderer(caller.subject(), OrderedBy.SUPERVISOR);
        Optional<Assignment> next = evaluation.verify(appeal, round, said.finding(), said.reason(), by, context.now());
        Instant at = context.now().at();
        log.append(
                appeal,
                new RatingVerified(appeal.standing(), at, round, said.finding().name(), false));
        if (appeal.round() != presentRound) {
            log.append(appeal, new ReworkOrdered(appeal.standing(), at, presentRound, unit));
        }
        next.ifPresent(assignment -> assign.dispatched(appeal, assignment));
        return appeal;
    }
}
