package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.events.EmergencyJudged;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.appeal.model.screening.EmergencyOutcome;
import org.pengjiang.appeal.model.screening.Reclassification;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The centre says that it is none: what it would have been from the beginning holds from now on. */
@ApplicationScoped
class RefuseEmergency {
    private final OpenForCommand open;
    private final Emergencies emergencies;
    private final ClassificationCheck check;
    private final LogReclassified changes;
    private final AppealLog log;

    RefuseEmergency(
            OpenForCommand open,
            Emergencies emergencies,
            ClassificationCheck check,
            LogReclassified changes,
            AppealLog log) {
        this.open = open;
        this.emergencies = emergencies;
        this.check = check;
        this.changes = changes;
        this.log = log;
    }

    @Transactional
    Appeal refuse(UUID id, EmergencyRefusal said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REFUSE_EMERGENCY, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(Map.of("/reason", said.reason()));
        if (said.urgencyOrOrdinary() == Urgency.EMERGENCY) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE,
                    List.of(Fault.at("/urgency", AppealProblem.EMERGENCY_REFUSED_AS_ONE)));
        }
        Classification instead = check.byUrgency(appeal, said.urgencyOrOrdinary());
        Reclassification.Changed changed =
                emergencies.refuse(appeal, instead, caller.subject(), said.reason(), context.now());
        log.append(appeal, new EmergencyJudged(appeal.standing(), context.now().at(), EmergencyOutcome.REFUSED.name()));
        changes.log(appeal, changed);
        return appeal;
    }
}
