package org.pengjiang.appeal.replying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.ReplyDrafted;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.delivery.LogReplyDelivered;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Drafts a reply for the head to look at; one that the head writes himself is delivered at once. */
@ApplicationScoped
class ReplyAppeal {
    private final OpenForCommand open;
    private final Replies replies;
    private final LogReplyDelivered deliveries;
    private final AppealFiles files;
    private final AppealLog log;

    ReplyAppeal(OpenForCommand open, Replies replies, LogReplyDelivered deliveries, AppealFiles files, AppealLog log) {
        this.open = open;
        this.replies = replies;
        this.deliveries = deliveries;
        this.files = files;
        this.log = log;
    }

    @Transactional
    Appeal reply(UUID id, NewReply said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REPLY, caller);
        Appeal appeal = context.appeal();
        check(said, caller);
        boolean head = context.capacities().contains(Capacity.HEAD);
        Reply reply = replies.draft(appeal, said.asText(), caller.subject(), head, context.now());
        if (head) {
            deliveries.log(appeal, reply, context.now());
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
        said.texts().forEach((member, text) -> {
            if (PersonalNumbers.standIn(text)) {
                faults.add(Fault.at("/" + member, AppealProblem.TEXT_NAMES_PERSON));
            }
        });
        List<Fault> ofFiles = files.faults(said.fileIds(), caller);
        faults.addAll(ofFiles);
        if (!faults.isEmpty()) {
            throw new DomainException(
                    ofFiles.isEmpty() ? AppealProblem.TEXT_NAMES_PERSON : KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }
}
