package org.pengjiang.appeal.model.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.evaluation.Callbacks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.kit.problem.DomainException;

/** Appeals that are taken back, and those that lapsed and come in again. */
@ApplicationScoped
public class Withdrawals {
    private static final int PERCENT = 100;

    private final AppealParts parts;
    private final Assignments assignments;
    private final Callbacks callbacks;
    private final Returns returns;

    public Withdrawals(AppealParts parts, Assignments assignments, Callbacks callbacks, Returns returns) {
        this.parts = parts;
        this.assignments = assignments;
        this.callbacks = callbacks;
        this.returns = returns;
    }

    /** The appellant takes it back: every clock stops, and nobody has to do anything about it any more. */
    public Withdrawal withdraw(Appeal appeal, Withdrawal.Said said, TimeContext now) {
        appeal.require(AppealCommand.WITHDRAW);
        boolean sampled = isSampled(appeal.id(), now.limits().of("withdrawnSamplePercent"));
        Withdrawal withdrawal =
                new Withdrawal(appeal, parts.nextSeq(appeal, Withdrawal.class), said, sampled, now.at());
        callbacks.end(appeal, now);
        returns.lapse(appeal, now);
        appeal.advance(AppealCommand.WITHDRAW, AppealState.WITHDRAWN, now);
        assignments.end(appeal, now.at());
        parts.add(withdrawal);
        return withdrawal;
    }

    /** By the id alone, so that nobody chooses who is asked, and who asks twice gets the same answer. */
    static boolean isSampled(UUID appeal, long percent) {
        CRC32 hash = new CRC32();
        hash.update(("withdrawn/" + appeal).getBytes(StandardCharsets.US_ASCII));
        return hash.getValue() % PERCENT < percent;
    }

    /**
     * One that lapsed without a supplement comes in again. The promises go on where they stood; the time in between is a gap.
     *
     * @throws DomainException NOT_LAPSED, RESUBMISSION_OVER
     */
    public void resubmit(Appeal appeal, TimeContext now) {
        appeal.require(AppealCommand.RESUBMIT);
        if (newest(appeal).isPresent()) {
            throw new DomainException(AppealProblem.NOT_LAPSED);
        }
        if (isOver(appeal, now)) {
            throw new DomainException(AppealProblem.RESUBMISSION_OVER);
        }
        appeal.advance(AppealCommand.RESUBMIT, AppealState.SUBMITTED, now);
    }

    /** Whether it may come in again now. */
    public boolean isResubmittable(Appeal appeal, TimeContext now) {
        return newest(appeal).isEmpty() && !isOver(appeal, now);
    }

    private static boolean isOver(Appeal appeal, TimeContext now) {
        Instant lapsedAt = appeal.progress().withdrawnAt().orElseThrow();
        return now.at().isAfter(now.limits().windowEnd("resubmitDays", lapsedAt, now.calendar()));
    }

    /** Only whoever takes an appeal back leaves one: what lapsed has none. */
    public Optional<Withdrawal> newest(Appeal appeal) {
        return appeal.state() == AppealState.WITHDRAWN ? parts.newest(appeal, Withdrawal.class) : Optional.empty();
    }
}
