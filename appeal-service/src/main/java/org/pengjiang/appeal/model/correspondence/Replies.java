package org.pengjiang.appeal.model.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.AssignmentRef;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The replies of an appeal: drafted, looked at by the head, and delivered or sent back. */
@ApplicationScoped
public class Replies {
    private final AppealParts parts;
    private final Assignments assignments;
    private final Cotasks cotasks;

    public Replies(AppealParts parts, Assignments assignments, Cotasks cotasks) {
        this.parts = parts;
        this.assignments = assignments;
        this.cotasks = cotasks;
    }

    /**
     * Drafts a reply; one written by the head is delivered at once.
     *
     * @throws DomainException REPLY_NEEDS_CONTACT, COTASKS_OPEN, GROUNDS_MISSING
     */
    public Reply draft(Appeal appeal, ReplyText text, String account, boolean byHead, TimeContext now) {
        appeal.require(AppealCommand.REPLY);
        if (!appeal.progress().isReached()) {
            throw new DomainException(AppealProblem.REPLY_NEEDS_CONTACT);
        }
        cotasks.requireDone(appeal);
        requireGrounds(text);
        Reply reply = new Reply(appeal, parts.nextSeq(appeal, Reply.class), text, account, now.at());
        if (byHead) {
            reply.deliverOwn(now.at());
        }
        AssignmentRef owing =
                byHead ? null : assignments.newest(appeal).map(Assignment::ref).orElseThrow();
        appeal.advance(AppealCommand.REPLY, byHead ? AppealState.REPLIED : AppealState.REVIEW, owing, now);
        parts.add(reply);
        return reply;
    }

    /**
     * The centre answers a consultation by itself; that is contact and reply.
     *
     * @throws DomainException NO_CONSULTATION
     */
    public Reply answerDirectly(Appeal appeal, String publicText, String account, TimeContext now) {
        appeal.require(AppealCommand.ANSWER_DIRECTLY);
        if (appeal.filing().nature() != Nature.CONSULTATION) {
            throw new DomainException(AppealProblem.NO_CONSULTATION);
        }
        ReplyText text = new ReplyText(ReplyResult.EXPLAINED, publicText, null, null);
        Reply reply = new Reply(appeal, parts.nextSeq(appeal, Reply.class), text, account, now.at());
        reply.deliverOwn(now.at());
        appeal.advance(AppealCommand.ANSWER_DIRECTLY, AppealState.REPLIED, now);
        parts.add(reply);
        return reply;
    }

    /** The final reply of the leader, delivered at once; the state is another one's matter. */
    public Reply deliverFinal(Appeal appeal, ReplyText text, String account, TimeContext now) {
        Reply reply = new Reply(appeal, parts.nextSeq(appeal, Reply.class), text, account, now.at());
        reply.deliverOwn(now.at());
        parts.add(reply);
        return reply;
    }

    /**
     * What was agreed with the enterprise is done, and it is told so: nobody has to reach it first. One written by the head is
     * delivered at once.
     */
    public Reply draftAfterTracking(Appeal appeal, ReplyText text, String account, boolean byHead, TimeContext now) {
        appeal.require(AppealCommand.FINISH_TRACKING);
        AssignmentRef owing =
                byHead ? null : assignments.newest(appeal).map(Assignment::ref).orElseThrow();
        appeal.advance(AppealCommand.FINISH_TRACKING, byHead ? AppealState.REPLIED : AppealState.REVIEW, owing, now);
        Reply reply = new Reply(appeal, parts.nextSeq(appeal, Reply.class), text, account, now.at());
        if (byHead) {
            reply.deliverOwn(now.at());
        }
        parts.add(reply);
        return reply;
    }

    /** @throws DomainException GROUNDS_MISSING */
    public static void requireGrounds(ReplyText text) {
        if (text.needsGrounds() && !text.hasGrounds()) {
            throw new DomainException(AppealProblem.GROUNDS_MISSING);
        }
    }

    /** @throws DomainException FOUR_EYES; NOT_FOUND when another reply, or none, waits */
    public Reply approve(Appeal appeal, int seq, String account, TimeContext now) {
        Reply reply = waiting(appeal, AppealCommand.APPROVE_REPLY, seq);
        reply.deliver(account, now.at());
        appeal.advance(AppealCommand.APPROVE_REPLY, AppealState.REPLIED, now);
        return reply;
    }

    /** @throws DomainException FOUR_EYES; NOT_FOUND when another reply, or none, waits */
    public Reply sendBack(Appeal appeal, int seq, String account, String why, TimeContext now) {
        Reply reply = waiting(appeal, AppealCommand.SEND_BACK_REPLY, seq);
        reply.sendBack(account, why, now.at());
        appeal.advance(AppealCommand.SEND_BACK_REPLY, AppealState.IN_PROGRESS, now);
        return reply;
    }

    private Reply waiting(Appeal appeal, AppealCommand command, int seq) {
        appeal.require(command);
        return newest(appeal)
                .filter(newest -> newest.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    public List<Reply> of(Appeal appeal) {
        return mayExist(appeal) ? parts.of(appeal, Reply.class) : List.of();
    }

    public Optional<Reply> newest(Appeal appeal) {
        return mayExist(appeal) ? parts.newest(appeal, Reply.class) : Optional.empty();
    }

    /** Nobody replies before a contact, unless it was tracked, so that what is new costs no query. */
    private static boolean mayExist(Appeal appeal) {
        return appeal.round() > 1
                || appeal.progress().contactedAt().isPresent()
                || appeal.progress().repliedAt().isPresent()
                || appeal.clock(ClockType.MILESTONE).isPresent();
    }
}
