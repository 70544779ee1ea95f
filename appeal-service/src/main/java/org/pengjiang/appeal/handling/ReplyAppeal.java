package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.ReplyDrafted;
import org.pengjiang.appeal.model.Actor;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.AppealFiles;
import org.pengjiang.appeal.model.AppealLog;
import org.pengjiang.appeal.model.AppealProblem;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.appeal.model.Reply;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Drafts a reply for the head to look at; one that the head writes himself is delivered at once. */
@ApplicationScoped
class ReplyAppeal {
    private final AppealDesk desk;
    private final Deliveries deliveries;
    private final AppealFiles files;
    private final AppealLog log;

    ReplyAppeal(AppealDesk desk, Deliveries deliveries, AppealFiles files, AppealLog log) {
        this.desk = desk;
        this.deliveries = deliveries;
        this.files = files;
        this.log = log;
    }

    @Transactional
    Appeal reply(UUID id, NewReply said, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.REPLY, caller);
        Appeal appeal = taken.appeal();
        check(said, caller);
        boolean head = taken.acting().contains(Actor.HEAD);
        Reply reply = appeal.reply(said.asText(), caller.subject(), head, taken.now());
        if (head) {
            deliveries.log(appeal, reply, taken.now());
        } else {
            log.append(
                    appeal,
                    new ReplyDrafted(
                            appeal.standing(), reply.seq(), reply.result().name()));
        }
        files.attach(appeal, AppealFiles.Place.of(reply), said.fileIds(), caller);
        return appeal;
    }

    /** @throws DomainException TEXT_NAMES_PERSON; VALUE_UNACCEPTABLE with every fault when a file has one */
    private void check(NewReply said, Caller caller) {
        List<Fault> faults = new ArrayList<>();
        if (PersonalNumbers.standIn(said.publicText())) {
            faults.add(Fault.at("/publicText", AppealProblem.TEXT_NAMES_PERSON));
        }
        List<Fault> ofFiles = files.faults(said.fileIds(), caller);
        faults.addAll(ofFiles);
        if (!faults.isEmpty()) {
            throw new DomainException(
                    ofFiles.isEmpty() ? AppealProblem.TEXT_NAMES_PERSON : KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }
}
