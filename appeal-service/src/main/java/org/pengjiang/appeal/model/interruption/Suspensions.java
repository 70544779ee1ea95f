package org.pengjiang.appeal.model.interruption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * The suspensions of an appeal. At each review somebody says that one still holds; after two reviews in a row at which nobody has, it is
 * over.
 */
@ApplicationScoped
public class Suspensions {
    private final AppealParts parts;

    public Suspensions(AppealParts parts) {
        this.parts = parts;
    }

    /** @throws DomainException CONTACT_NEEDED; REQUEST_OPEN while another one is not decided */
    public Suspension request(
            Appeal appeal, SuspensionCause cause, String documentNo, String reason, String account, TimeContext now) {
        appeal.require(AppealCommand.REQUEST_SUSPENSION);
        if (!appeal.progress().isReached()) {
            throw new DomainException(AppealProblem.CONTACT_NEEDED);
        }
        if (open(appeal).isPresent()) {
            throw new DomainException(AppealProblem.REQUEST_OPEN);
        }
        Suspension suspension = new Suspension(
                appeal, parts.nextSeq(appeal, Suspension.class), cause, documentNo, reason, account, now.at());
        appeal.note(AppealCommand.REQUEST_SUSPENSION, now);
        parts.add(suspension);
        return suspension;
    }

    /** @throws DomainException FOUR_EYES; NOT_FOUND when another request, or none, waits */
    public Suspension grant(Appeal appeal, int seq, @Nullable String note, String account, TimeContext now) {
        appeal.require(AppealCommand.SUSPEND);
        Suspension suspension = asked(appeal, seq);
        suspension.suspend(account, note, now.at());
        appeal.advance(AppealCommand.SUSPEND, AppealState.SUSPENDED, now);
        return suspension;
    }

    /** @throws DomainException FOUR_EYES; NOT_FOUND when another request, or none, waits */
    public Suspension refuse(Appeal appeal, int seq, String why, String account, TimeContext now) {
        appeal.require(AppealCommand.REFUSE_SUSPENSION);
        Suspension suspension = asked(appeal, seq);
        suspension.reject(account, why, now.at());
        appeal.note(AppealCommand.REFUSE_SUSPENSION, now);
        return suspension;
    }

    /** It still holds: the next period begins. */
    public Suspension confirm(Appeal appeal, int seq, String account, TimeContext now) {
        Suspension suspension = present(appeal, AppealCommand.CONFIRM_SUSPENSION, seq);
        suspension.confirm(account, now.at());
        appeal.note(AppealCommand.CONFIRM_SUSPENSION, now);
        appeal.startAgain(ClockType.SUSPENSION_REVIEW, null, now);
        return suspension;
    }

    public Suspension resume(Appeal appeal, int seq, String why, String account, TimeContext now) {
        Suspension suspension = present(appeal, AppealCommand.RESUME, seq);
        suspension.end(account, why, now.at());
        appeal.advance(AppealCommand.RESUME, AppealState.IN_PROGRESS, now);
        return suspension;
    }

    /**
     * A period is over.
     *
     * @return the suspension that somebody has to confirm; the appeal is resumed where nobody has done so in the period before either
     */
    public Optional<Suspension> reviewDue(Appeal appeal, TimeContext atDue) {
        Optional<Suspension> suspension = lasting(appeal);
        if (suspension.filter(lasting -> !lasting.isReviewAsked()).isPresent()) {
            suspension.get().askForReview(atDue.at());
            appeal.startAgain(ClockType.SUSPENSION_REVIEW, null, atDue);
        } else {
            suspension.ifPresent(unconfirmed -> unconfirmed.end(null, null, atDue.at()));
            appeal.advance(AppealCommand.RESUME, AppealState.IN_PROGRESS, atDue);
        }
        return suspension;
    }

    /** What nobody has decided in time. */
    public Optional<Suspension> lapse(Appeal appeal, TimeContext at) {
        Optional<Suspension> open = open(appeal);
        open.ifPresent(suspension -> suspension.lapse(at.at()));
        return open;
    }

    public List<Suspension> of(Appeal appeal) {
        return parts.of(appeal, Suspension.class);
    }

    /** The request of this round that waits for its decision. */
    public Optional<Suspension> open(Appeal appeal) {
        return appeal.handler().isEmpty()
                ? Optional.empty()
                : parts.newest(appeal, Suspension.class)
                        .filter(suspension -> suspension.isOpen() && suspension.round() == appeal.round());
    }

    /** The one by which the appeal waits. */
    public Optional<Suspension> lasting(Appeal appeal) {
        return appeal.state() == AppealState.SUSPENDED
                ? parts.newest(appeal, Suspension.class).filter(Suspension::lasts)
                : Optional.empty();
    }

    public Optional<SlaClock> review(Appeal appeal) {
        return appeal.clock(ClockType.SUSPENSION_REVIEW);
    }

    private Suspension asked(Appeal appeal, int seq) {
        return open(appeal)
                .filter(suspension -> suspension.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    private Suspension present(Appeal appeal, AppealCommand command, int seq) {
        appeal.require(command);
        return lasting(appeal)
                .filter(suspension -> suspension.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}
