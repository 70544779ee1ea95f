package org.pengjiang.appeal.model.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The urges of an appeal: one at a time, and the next one some working hours after the last. Whoever has the appeal at the due owes the answer. */
@ApplicationScoped
public class Urges {
    private final AppealParts parts;

    public Urges(AppealParts parts) {
        this.parts = parts;
    }

    /** @throws DomainException URGE_WAITS, URGED_RECENTLY */
    public Urge urge(Appeal appeal, NewUrge said, TimeContext now) {
        appeal.require(AppealCommand.URGE);
        newest(appeal).ifPresent(last -> refuse(last, now.at()));
        SlaClock clock = appeal.start(
                ClockType.URGE,
                new ClockPlan(
                        now.limits().target(ClockType.URGE, now.calendar(), now.at()), null, HandlingLimits.SOURCE),
                now);
        Instant next = now.calendar()
                .deadline(now.at(), Target.workingMinutes(now.limits().of("urgeMinutes")), List.of())
                .dueAt();
        Urge urge = new Urge(appeal, parts.nextSeq(appeal, Urge.class), said, now.at(), next, clock.id());
        parts.add(urge);
        appeal.urged();
        appeal.note(AppealCommand.URGE, now);
        return urge;
    }

    private static void refuse(Urge last, Instant at) {
        if (last.isWaiting()) {
            throw new DomainException(AppealProblem.URGE_WAITS);
        }
        if (at.isBefore(last.nextAt())) {
            throw new DomainException(AppealProblem.URGED_RECENTLY)
                    .with("possibleAt", ShanghaiTime.local(last.nextAt()));
        }
    }

    /** @throws DomainException NOT_FOUND where another urge waits, or none */
    public Urge answer(Appeal appeal, int seq, String said, String account, TimeContext now) {
        appeal.require(AppealCommand.ANSWER_URGE);
        Urge urge = waiting(appeal)
                .filter(one -> one.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        answer(appeal, urge, said, account, now);
        return urge;
    }

    /** Whoever has the reply has an answer to what they urged. */
    public Optional<Urge> answerByReply(Appeal appeal, TimeContext now) {
        Optional<Urge> urge = waiting(appeal);
        urge.ifPresent(one -> answer(appeal, one, null, null, now));
        return urge;
    }

    private static void answer(
            Appeal appeal, Urge urge, @Nullable String said, @Nullable String account, TimeContext now) {
        urge.answer(said, account, now.at());
        appeal.answer(urge.clockId(), now);
    }

    /** Of one that is answered. */
    public boolean isAnsweredInTime(Appeal appeal, Urge urge) {
        return appeal.clock(urge.clockId())
                .flatMap(SlaClock::result)
                .filter(ClockResult::met)
                .isPresent();
    }

    /** Whether it may be urged, as far as earlier urges say. */
    public boolean isPossible(Appeal appeal, Instant at) {
        return newest(appeal)
                .filter(last -> last.isWaiting() || at.isBefore(last.nextAt()))
                .isEmpty();
    }

    public Optional<Urge> waiting(Appeal appeal) {
        return newest(appeal).filter(Urge::isWaiting);
    }

    /** In their order; one that was never urged costs no query. */
    public List<Urge> of(Appeal appeal) {
        return appeal.urgeCount() == 0 ? List.of() : parts.of(appeal, Urge.class);
    }

    private Optional<Urge> newest(Appeal appeal) {
        return appeal.urgeCount() == 0 ? Optional.empty() : parts.newest(appeal, Urge.class);
    }
}
