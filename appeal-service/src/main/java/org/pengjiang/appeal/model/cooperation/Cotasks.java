package org.pengjiang.appeal.model.cooperation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockEffect;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The co-tasks of an appeal: given by the lead, done by other units, or ended otherwise. */
@ApplicationScoped
public class Cotasks {
    private final AppealParts parts;

    public Cotasks(AppealParts parts) {
        this.parts = parts;
    }

    public Cotask add(Appeal appeal, CotaskOrder order, String account, TimeContext now) {
        appeal.note(AppealCommand.ADD_COTASK, now);
        return start(appeal, order, account, now);
    }

    private Cotask start(Appeal appeal, CotaskOrder order, String account, TimeContext now) {
        int seq = of(appeal).size() + 1;
        SlaClock clock = appeal.start(
                ClockType.COTASK, CotaskTime.plan(appeal, order.unit().code(), now), now);
        Cotask cotask = new Cotask(appeal, seq, order, clock, account, now.at());
        parts.add(cotask);
        if (appeal.state().clocks().on(ClockType.RESOLVE) == ClockEffect.PAUSE) {
            appeal.pause(clock.id(), now);
        }
        return cotask;
    }

    /**
     * The time of the unit stands still until the centre has ruled.
     *
     * @throws DomainException COTASK_OBJECTED, COTASK_OBJECTION_LATE; COTASK_ENDED
     */
    public CotaskObjection object(Appeal appeal, Cotask cotask, String account, String reason, TimeContext now) {
        appeal.note(AppealCommand.OBJECT_TO_COTASK, now);
        requireOpen(cotask);
        if (objection(appeal, cotask).isPresent()) {
            throw new DomainException(AppealProblem.COTASK_OBJECTED, cotask.seq());
        }
        Instant until = objectionUntil(cotask, now);
        if (now.at().isAfter(until)) {
            throw new DomainException(AppealProblem.COTASK_OBJECTION_LATE, until);
        }
        CotaskObjection objection = new CotaskObjection(
                appeal, parts.nextSeq(appeal, CotaskObjection.class), cotask, account, reason, now.at());
        parts.add(objection);
        appeal.hold(cotask.clock().id(), now);
        return objection;
    }

    /** @return the co-task of the unit that is asked instead, where one is named */
    public Optional<Cotask> uphold(
            Appeal appeal,
            Cotask cotask,
            @Nullable UnitKey instead,
            String account,
            @Nullable String note,
            TimeContext now) {
        openObjection(appeal, cotask, now).uphold(account, note, now.at());
        appeal.stop(cotask.clock().id(), now);
        cotask.end(CotaskOutcome.OBJECTED, account, note, now.at());
        return Optional.ofNullable(instead)
                .map(unit -> start(appeal, cotask.order().to(unit), account, now));
    }

    /** It stays with the unit, and its time goes on. */
    public void dismiss(Appeal appeal, Cotask cotask, String account, String note, TimeContext now) {
        openObjection(appeal, cotask, now).dismiss(account, note, now.at());
        appeal.release(cotask.clock().id(), now);
    }

    private CotaskObjection openObjection(Appeal appeal, Cotask cotask, TimeContext now) {
        appeal.note(AppealCommand.RULE_COTASK, now);
        requireOpen(cotask);
        return objection(appeal, cotask).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    /** @throws DomainException COTASK_ENDED */
    public void finish(Appeal appeal, Cotask cotask, String account, String text, TimeContext now) {
        appeal.note(AppealCommand.FINISH_COTASK, now);
        requireOpen(cotask);
        appeal.answer(cotask.clock().id(), now);
        end(appeal, cotask, CotaskOutcome.FINISHED, account, text, now);
    }

    /** @throws DomainException COTASK_ENDED */
    public void waive(Appeal appeal, Cotask cotask, String account, String reason, TimeContext now) {
        appeal.note(AppealCommand.WAIVE_COTASK, now);
        requireOpen(cotask);
        appeal.stop(cotask.clock().id(), now);
        end(appeal, cotask, CotaskOutcome.WAIVED, account, reason, now);
    }

    private void end(Appeal appeal, Cotask cotask, CotaskOutcome how, String account, String said, TimeContext now) {
        cotask.end(how, account, said, now.at());
        objection(appeal, cotask).ifPresent(objection -> objection.lapse(now.at()));
    }

    private static void requireOpen(Cotask cotask) {
        if (!cotask.isOpen()) {
            throw new DomainException(AppealProblem.COTASK_ENDED, cotask.seq());
        }
    }

    /** @throws DomainException COTASKS_OPEN with those that the lead has to wait for, or to waive */
    public void requireDone(Appeal appeal) {
        List<Map<String, Object>> missing = mandatory(appeal).stream()
                .map(open -> Map.<String, Object>of(
                        "seq", open.seq(), "unit", open.unit().code()))
                .toList();
        if (!missing.isEmpty()) {
            throw new DomainException(AppealProblem.COTASKS_OPEN, missing.size()).with("cotasks", missing);
        }
    }

    /** Those without which the lead cannot reply. */
    public List<Cotask> mandatory(Appeal appeal) {
        return open(appeal).stream().filter(Cotask::isMandatory).toList();
    }

    public List<Cotask> open(Appeal appeal) {
        return of(appeal).stream().filter(Cotask::isOpen).toList();
    }

    public List<Cotask> of(Appeal appeal) {
        return appeal.clock(ClockType.COTASK).isEmpty() ? List.of() : parts.of(appeal, Cotask.class);
    }

    /** @throws DomainException NOT_FOUND */
    public Cotask get(Appeal appeal, int seq) {
        return of(appeal).stream()
                .filter(cotask -> cotask.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    /** The one that a unit may raise, whatever was ruled on it. */
    public Optional<CotaskObjection> objection(Appeal appeal, Cotask cotask) {
        return of(appeal).isEmpty()
                ? Optional.empty()
                : parts.of(appeal, CotaskObjection.class).stream()
                        .filter(objection -> objection.cotask() == cotask.seq())
                        .findFirst();
    }

    /** The one that waits for a ruling. */
    public Optional<CotaskObjection> openObjection(Appeal appeal, Cotask cotask) {
        return cotask.isOpen() ? objection(appeal, cotask).filter(AppealRequest::isOpen) : Optional.empty();
    }

    /** Up to and at this moment the unit may object. */
    public static Instant objectionUntil(Cotask cotask, TimeContext now) {
        return workingMinutes("returnMinutes", cotask.askedAt(), now);
    }

    /** By this moment the centre should rule. */
    public static Instant rulingUntil(CotaskObjection objection, TimeContext now) {
        return workingMinutes("rulingMinutes", objection.askedAt(), now);
    }

    private static Instant workingMinutes(String limit, Instant from, TimeContext now) {
        CalendarVersion calendar = now.calendar();
        return calendar.deadline(from, Target.workingMinutes(now.limits().of(limit)), List.of())
                .dueAt();
    }
}
