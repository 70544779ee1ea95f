package org.pengjiang.appeal.model.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** An appeal is rejected by two of the centre: one asks, another one confirms or refuses. */
@ApplicationScoped
public class Rejections {
    private final AppealParts parts;

    public Rejections(AppealParts parts) {
        this.parts = parts;
    }

    /** @throws DomainException REJECTION_ASKED_BEFORE as long as nobody has decided on the one before */
    public Rejection request(Appeal appeal, RejectionGrounds grounds, String account, TimeContext now) {
        appeal.require(AppealCommand.REQUEST_REJECTION);
        if (open(appeal).isPresent()) {
            throw new DomainException(AppealProblem.REJECTION_ASKED_BEFORE);
        }
        Rejection rejection = new Rejection(appeal, parts.nextSeq(appeal, Rejection.class), grounds, account, now.at());
        appeal.note(AppealCommand.REQUEST_REJECTION, now);
        parts.add(rejection);
        return rejection;
    }

    /** @throws DomainException FOUR_EYES; NOT_FOUND when another one, or none, waits */
    public Rejection confirm(Appeal appeal, int seq, String account, TimeContext now) {
        Rejection rejection = waiting(appeal, AppealCommand.REJECT, seq);
        rejection.confirm(account, now.at(), objectionUntil(now));
        appeal.advance(AppealCommand.REJECT, AppealState.REJECTED, now);
        return rejection;
    }

    /** It stays with the centre. @throws DomainException FOUR_EYES; NOT_FOUND when another one, or none, waits */
    public Rejection refuse(Appeal appeal, int seq, String account, String why, TimeContext now) {
        Rejection rejection = waiting(appeal, AppealCommand.REFUSE_REJECTION, seq);
        rejection.decline(account, why, now.at());
        appeal.note(AppealCommand.REFUSE_REJECTION, now);
        return rejection;
    }

    /** Somebody has accepted, answered or sent back what was to be rejected. */
    public void lapse(Appeal appeal, Instant at) {
        open(appeal).ifPresent(rejection -> rejection.lapse(at));
    }

    /** The last of some working days, at 24:00. */
    private static Instant objectionUntil(TimeContext now) {
        Instant lastDay = now.limits().workdaysEnd("objectionDays", now.at(), now.calendar());
        return ShanghaiTime.date(lastDay)
                .plusDays(1)
                .atStartOfDay(ShanghaiTime.OFFSET)
                .toInstant();
    }

    private Rejection waiting(Appeal appeal, AppealCommand command, int seq) {
        appeal.require(command);
        return open(appeal)
                .filter(rejection -> rejection.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    public Optional<Rejection> open(Appeal appeal) {
        return newest(appeal).filter(Rejection::isOpen);
    }

    public Optional<Rejection> newest(Appeal appeal) {
        return parts.newest(appeal, Rejection.class);
    }

    public List<Rejection> of(Appeal appeal) {
        return parts.of(appeal, Rejection.class);
    }
}
