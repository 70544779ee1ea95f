package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealSupplemented;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Supplements;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Whoever filed adds what was missing; the promises go on at once. */
@ApplicationScoped
class SupplementAppeal {
    private final OpenForCommand open;
    private final Supplements supplements;
    private final AppealFiles files;
    private final AppealLog log;

    SupplementAppeal(OpenForCommand open, Supplements supplements, AppealFiles files, AppealLog log) {
        this.open = open;
        this.supplements = supplements;
        this.files = files;
        this.log = log;
    }

    /** @throws DomainException FILER_ACTS_ITSELF; VALUE_UNACCEPTABLE with the fault of each file */
    @Transactional
    Appeal supplement(UUID id, NewSupplement said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.SUPPLEMENT, caller);
        Appeal appeal = context.appeal();
        Filers.require(appeal, context.capacities());
        List<Fault> faults = files.faults(said.fileIds(), caller);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        supplements.supply(appeal, said.text(), caller.subject(), context.now());
        log.append(
                appeal, new AppealSupplemented(appeal.standing(), context.now().at()));
        files.attach(appeal, AppealFiles.Place.of(appeal), said.fileIds(), caller);
        return appeal;
    }
}
