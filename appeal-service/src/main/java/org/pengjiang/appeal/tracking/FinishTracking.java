package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.ReplyDrafted;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.delivery.LogReplyDelivered;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.round.Rounds;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.identity.Caller;

/** Every milestone is settled, and the handler drafts the answer; one that the head writes is delivered at once. */
@ApplicationScoped
class FinishTracking {
    private final OpenForCommand open;
    private final Trackings trackings;
    private final Rounds rounds;
    private final Replies replies;
    private final LogReplyDelivered deliveries;
    private final AppealFiles files;
    private final AppealLog log;

    FinishTracking(
            OpenForCommand open,
            Trackings trackings,
            Rounds rounds,
            Replies replies,
            LogReplyDelivered deliveries,
            AppealFiles files,
            AppealLog log) {
        this.open = open;
        this.trackings = trackings;
        this.rounds = rounds;
        this.replies = replies;
        this.deliveries = deliveries;
        this.files = files;
        this.log = log;
    }

    /** @throws org.pengjiang.kit.problem.DomainException MILESTONES_OPEN, GROUNDS_MISSING, TEXT_NAMES_PERSON */
    @Transactional
    Appeal finish(UUID id, FinalReply said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.FINISH_TRACKING, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(said.texts(), files.faults(said.fileIds(), caller));
        Replies.requireGrounds(said.asText());
        trackings.requireDone(appeal);
        if (appeal.isAnswered()) {
            rounds.endByTracking(appeal, context.now());
        }
        boolean byHead = context.capacities().contains(Capacity.HEAD);
        Reply reply = replies.draftAfterTracking(appeal, said.asText(), caller.subject(), byHead, context.now());
        log(appeal, reply, context.now());
        files.attach(appeal, AppealFiles.Place.of(reply), said.fileIds(), caller);
        return appeal;
    }

    private void log(Appeal appeal, Reply reply, TimeContext now) {
        if (reply.status() != ReplyStatus.DELIVERED) {
            log.append(
                    appeal,
                    new ReplyDrafted(
                            appeal.standing(), reply.seq(), reply.result().name()));
            return;
        }
        deliveries.log(appeal, reply, now);
    }
}
