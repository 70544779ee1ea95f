package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.screening.ClassChangeCause;
import org.pengjiang.appeal.model.screening.Reclassification;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.kit.identity.Caller;

/** The centre or the supervision has an appeal handled as another class or category. A rule for the new category dispatches it at once. */
@ApplicationScoped
class ChangeClass {
    private final OpenForCommand open;
    private final ClassificationCheck check;
    private final Reclassification reclassification;
    private final AssignHandler assign;
    private final Rejections rejections;
    private final LogReclassified changes;

    ChangeClass(
            OpenForCommand open,
            ClassificationCheck check,
            Reclassification reclassification,
            AssignHandler assign,
            Rejections rejections,
            LogReclassified changes) {
        this.open = open;
        this.rejections = rejections;
        this.check = check;
        this.reclassification = reclassification;
        this.assign = assign;
        this.changes = changes;
    }

    /** @throws org.pengjiang.kit.problem.DomainException CLASS_LOWERED; VALUE_UNACCEPTABLE with every fault */
    @Transactional
    Appeal change(UUID id, NewClassification said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.CHANGE_CLASS, caller);
        Appeal appeal = context.appeal();
        Classification next = check.check(context, said);
        changes.log(
                appeal,
                reclassification.change(
                        appeal,
                        next,
                        new Reclassification.Why(ClassChangeCause.DECIDED, said.reason(), caller.subject()),
                        context.now()));
        if (!appeal.state().needsAccountableUnit()) {
            dispatch(context);
        }
        return appeal;
    }

    /** Not what waits for the enterprise. What is dispatched is no longer to be rejected. */
    private void dispatch(CommandContext context) {
        Appeal appeal = context.appeal();
        switch (appeal.state()) {
            case SUBMITTED, PENDING_DISPATCH -> {
                assign.byItself(appeal, context.now());
                if (appeal.state() == AppealState.DISPATCHED) {
                    rejections.lapse(appeal, context.now().at());
                }
            }
            default -> {
                // it is not the turn of the centre
            }
        }
    }
}
