package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.RejectionObjected;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Objection;
import org.pengjiang.appeal.model.screening.Objections;
import org.pengjiang.kit.identity.Caller;

/** Whoever filed objects to the rejection, once and in time. */
@ApplicationScoped
class ObjectToRejection {
    private final OpenForCommand open;
    private final Objections objections;
    private final AppealLog log;

    ObjectToRejection(OpenForCommand open, Objections objections, AppealLog log) {
        this.open = open;
        this.objections = objections;
        this.log = log;
    }

    @Transactional
    Appeal object(UUID id, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.OBJECT_TO_REJECTION, caller);
        Appeal appeal = context.appeal();
        Filers.require(appeal, context.capacities());
        Objection objection = objections.object(appeal, why, caller.subject(), context.now());
        SlaClock ruling = appeal.clock(objection.clockId()).orElseThrow();
        log.append(
                appeal,
                new RejectionObjected(
                        appeal.standing(), context.now().at(), ruling.dueAt().orElseThrow(), ruling.isProvisional()));
        return appeal;
    }
}
