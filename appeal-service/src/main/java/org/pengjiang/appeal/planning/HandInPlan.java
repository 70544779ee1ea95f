package org.pengjiang.appeal.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealPlanned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.assignment.Punctuality;
import org.pengjiang.appeal.model.assignment.Updates;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.planning.Plan;
import org.pengjiang.appeal.model.planning.Plans;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** The handler says how the matter is to be solved; the enterprise reads it. */
@ApplicationScoped
class HandInPlan {
    private final OpenForCommand open;
    private final Plans plans;
    private final Updates updates;
    private final Assignments assignments;
    private final AppealLog log;

    HandInPlan(OpenForCommand open, Plans plans, Updates updates, Assignments assignments, AppealLog log) {
        this.open = open;
        this.plans = plans;
        this.updates = updates;
        this.assignments = assignments;
        this.log = log;
    }

    /** @throws DomainException TEXT_NAMES_PERSON, CONTACT_NEEDED */
    @Transactional
    Appeal handIn(UUID id, NewPlan said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.HAND_IN_PLAN, caller);
        Appeal appeal = context.appeal();
        if (PersonalNumbers.standIn(said.text())) {
            throw new DomainException(
                    AppealProblem.TEXT_NAMES_PERSON, List.of(Fault.at("/text", AppealProblem.TEXT_NAMES_PERSON)));
        }
        Plan plan = plans.handIn(appeal, said.text(), caller.subject(), context.now());
        updates.told(appeal, context.now());
        Punctuality punctuality = assignments.punctuality(appeal, ClockType.PLAN);
        boolean isOwed = appeal.clock(ClockType.PLAN)
                .filter(clock -> clock.round() == appeal.round())
                .isPresent();
        log.append(
                appeal,
                new AppealPlanned(
                        appeal.standing(),
                        plan.handedInAt(),
                        plan.seq(),
                        isOwed ? punctuality.inTime() : null,
                        isOwed ? punctuality.unit() : null));
        return appeal;
    }
}
