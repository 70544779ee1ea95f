package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.events.EmergencyJudged;
import org.pengjiang.appeal.events.ObjectionUpheld;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.appeal.model.screening.EmergencyOutcome;
import org.pengjiang.appeal.model.screening.Objections;
import org.pengjiang.kit.identity.Caller;

/**
 * The supervision upholds an objection: the appeal goes on, as an emergency where nobody had judged that before the rejection, and a rule
 * that names a handler dispatches it at once.
 */
@ApplicationScoped
class UpholdObjection {
    private final OpenForCommand open;
    private final Objections objections;
    private final Emergencies emergencies;
    private final AssignHandler assign;
    private final AppealLog log;

    UpholdObjection(
            OpenForCommand open, Objections objections, Emergencies emergencies, AssignHandler assign, AppealLog log) {
        this.open = open;
        this.objections = objections;
        this.emergencies = emergencies;
        this.assign = assign;
        this.log = log;
    }

    @Transactional
    Appeal uphold(UUID id, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.UPHOLD_OBJECTION, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(Map.of("/reason", why));
        objections.uphold(appeal, caller.subject(), why, context.now());
        log.append(appeal, new ObjectionUpheld(appeal.standing(), context.now().at()));
        if (emergencies.confirmBySilence(appeal, context.now())) {
            log.append(
                    appeal,
                    new EmergencyJudged(
                            appeal.standing(), context.now().at(), EmergencyOutcome.CONFIRMED_BY_SILENCE.name()));
        }
        assign.byItself(appeal, context.now());
        return appeal;
    }
}
