package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.events.EmergencyJudged;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.appeal.model.screening.EmergencyOutcome;
import org.pengjiang.kit.identity.Caller;

/** The centre says that it is an emergency. */
@ApplicationScoped
class ConfirmEmergency {
    private final OpenForCommand open;
    private final Emergencies emergencies;
    private final AppealLog log;

    ConfirmEmergency(OpenForCommand open, Emergencies emergencies, AppealLog log) {
        this.open = open;
        this.emergencies = emergencies;
        this.log = log;
    }

    @Transactional
    Appeal confirm(UUID id, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.CONFIRM_EMERGENCY, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(Map.of("/reason", why));
        emergencies.confirm(appeal, caller.subject(), why, context.now());
        log.append(
                appeal, new EmergencyJudged(appeal.standing(), context.now().at(), EmergencyOutcome.CONFIRMED.name()));
        return appeal;
    }
}
