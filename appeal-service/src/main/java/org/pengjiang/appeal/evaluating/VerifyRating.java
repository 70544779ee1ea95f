package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.RatingVerified;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.Verifications;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** The supervision says whether a bad rating is justified. */
@ApplicationScoped
class VerifyRating {
    private final OpenForCommand open;
    private final Verifications verifications;
    private final AppealLog log;

    VerifyRating(OpenForCommand open, Verifications verifications, AppealLog log) {
        this.open = open;
        this.verifications = verifications;
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
        verifications.verify(appeal, round, said.finding(), said.reason(), caller.subject(), context.now());
        log.append(
                appeal,
                new RatingVerified(
                        appeal.standing(),
                        context.now().at(),
                        round,
                        said.finding().name(),
                        false));
        return appeal;
    }
}
