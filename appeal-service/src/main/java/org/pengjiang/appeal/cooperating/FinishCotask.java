package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.CotaskFinished;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The unit says what it has found or done. */
@ApplicationScoped
class FinishCotask {
    private final OpenForCommand open;
    private final Cotasks cotasks;
    private final AppealFiles files;
    private final AppealLog log;

    FinishCotask(OpenForCommand open, Cotasks cotasks, AppealFiles files, AppealLog log) {
        this.open = open;
        this.cotasks = cotasks;
        this.files = files;
        this.log = log;
    }

    @Transactional
    Appeal finish(UUID id, int seq, CotaskAnswer said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.FINISH_COTASK, caller);
        Appeal appeal = context.appeal();
        Cotask cotask = OwnParts.require(cotasks.get(appeal, seq), caller);
        List<Fault> faults = files.faults(said.fileIds(), caller);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        cotasks.finish(appeal, cotask, caller.subject(), said.text(), context.now());
        log.append(
                appeal,
                new CotaskFinished(
                        appeal.standing(),
                        seq,
                        cotask.unit().code(),
                        cotask.isMandatory(),
                        context.now().at(),
                        cotask.clock().result().map(ClockResult::met).orElse(false)));
        files.attach(appeal, AppealFiles.Place.of(cotask), said.fileIds(), caller);
        return appeal;
    }
}
