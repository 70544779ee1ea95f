package org.pengjiang.appeal.model.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.AppealRequest.Outcome;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.DueRevision;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.planning.Extension.Extended;
import org.pengjiang.appeal.model.policy.ProvinceCeilings;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * More time for the reply: asked for at least a working day ahead, granted once in an appeal, and at most as long again. What was
 * promised first is kept beside it.
 */
@ApplicationScoped
public class Extensions {
    /** Why a due is another one. */
    public static final String REASON = DueRevision.EXTENDED;

    private final AppealParts parts;

    public Extensions(AppealParts parts) {
        this.parts = parts;
    }

    /**
     * @throws DomainException EXTENDED_ALREADY, REQUEST_OPEN, EXTENSION_TOO_LATE; VALUE_UNACCEPTABLE with every fault of what was said
     */
    public Extension request(
            Appeal appeal, long amount, ConsentAsked asked, String reason, String account, TimeContext now) {
        appeal.require(AppealCommand.REQUEST_EXTENSION);
        refusal(appeal, now).ifPresent(why -> {
            throw new DomainException(why);
        });
        SlaClock resolve = appeal.clock(ClockType.RESOLVE).orElseThrow();
        List<Fault> faults = new ArrayList<>();
        if (amount > resolve.target().amount()) {
            faults.add(Fault.at(
                    "/amount",
                    AppealProblem.EXTENSION_TOO_LONG,
                    resolve.target().amount()));
        } else {
            ceilingPassed(appeal, resolve, amount, now).ifPresent(faults::add);
        }
        if (asked.isNoteMissing()) {
            faults.add(Fault.at("/consentNote", AppealProblem.CONSENT_NOTE_MISSING));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        Extension extension = new Extension(
                appeal,
                parts.nextSeq(appeal, Extension.class),
                extended(appeal, resolve, amount, now),
                asked,
                reason,
                account,
                now.at());
        appeal.note(AppealCommand.REQUEST_EXTENSION, now);
        parts.add(extension);
        return extension;
    }

    /** Why no extension can be asked for now, whatever the state. */
    public Optional<AppealProblem> refusal(Appeal appeal, TimeContext now) {
        if (of(appeal).stream().anyMatch(extension -> extension.outcome() == Outcome.GRANTED)) {
            return Optional.of(AppealProblem.EXTENDED_ALREADY);
        }
        if (open(appeal).isPresent()) {
            return Optional.of(AppealProblem.REQUEST_OPEN);
        }
        boolean isAhead = appeal.clock(ClockType.RESOLVE)
                .filter(SlaClock::isOpen)
                .flatMap(SlaClock::dueAt)
                .filter(due -> isWorkdayAhead(now.calendar(), now.at(), due))
                .isPresent();
        return isAhead ? Optional.empty() : Optional.of(AppealProblem.EXTENSION_TOO_LATE);
    }

    /** As much working time as the last working day up to the due has is still to come. */
    private static boolean isWorkdayAhead(CalendarVersion calendar, Instant now, Instant due) {
        LocalDate day = ShanghaiTime.date(due);
        while (!calendar.isWorkday(day)) {
            day = day.minusDays(1);
        }
        long whole = calendar.workingSecondsBetween(
                ShanghaiTime.instant(day.atStartOfDay()),
                ShanghaiTime.instant(day.plusDays(1).atStartOfDay()));
        return now.isBefore(due) && calendar.workingSecondsBetween(now, due) >= whole;
    }

    private static Extended extended(Appeal appeal, SlaClock resolve, long amount, TimeContext now) {
        Target after = resolve.longerThanPromised(amount, now);
        Instant due = resolve.dueIfChanged(after, now);
        boolean isPastLimit = appeal.clock(ClockType.LIMIT)
                .filter(SlaClock::isOpen)
                .flatMap(SlaClock::dueAt)
                .filter(due::isAfter)
                .isPresent();
        return new Extended(amount, after, resolve.dueAt().orElseThrow(), due, isPastLimit);
    }

    /** The latest reply moves with the reply at most to what the province allows. */
    private static Optional<Fault> ceilingPassed(Appeal appeal, SlaClock resolve, long amount, TimeContext now) {
        Target ceiling = ceiling(appeal);
        Instant latest = resolve.dueBy(ceiling, now);
        return extended(appeal, resolve, amount, now).extendedDueAt().isAfter(latest)
                ? Optional.of(Fault.at("/amount", AppealProblem.EXTENSION_PAST_CEILING, ceiling.amount()))
                : Optional.empty();
    }

    /**
     * The unit is measured by as much time as the enterprise is promised.
     *
     * @param byLeader whether the leader decides: past the latest reply nobody else does, and then that one moves too
     * @return the clocks that are due later now
     * @throws DomainException FOUR_EYES, LEADER_DECIDES; EXTENSION_TOO_LONG, EXTENSION_PAST_CEILING when that has changed since it was
     *     asked for; NOT_FOUND when another request, or none, waits
     */
    public List<SlaClock> grant(
            Appeal appeal, int seq, boolean byLeader, @Nullable String note, String account, TimeContext now) {
        appeal.require(AppealCommand.EXTEND);
        Extension extension = asked(appeal, seq);
        SlaClock resolve = appeal.clock(ClockType.RESOLVE).orElseThrow();
        requireStillAllowed(appeal, resolve, extension, now);
        Extended extended = extended(appeal, resolve, extension.amount(), now);
        if (extended.isPastLimit() && !byLeader) {
            throw new DomainException(AppealProblem.LEADER_DECIDES);
        }
        extension.extend(extended.extendedDueAt(), account, note, now.at());
        List<SlaClock> moved = new ArrayList<>();
        if (extended.isPastLimit()) {
            move(appeal, ClockType.LIMIT, extended.target(), now).ifPresent(moved::add);
        }
        move(appeal, ClockType.RESOLVE, extended.target(), now).ifPresent(moved::add);
        appeal.clock(ClockType.UNIT_RESOLVE)
                .filter(SlaClock::isOpen)
                .filter(clock -> clock.target().unit() == extended.target().unit())
                .map(clock -> clock.longerThanPromised(extension.amount(), now))
                .flatMap(longer -> move(appeal, ClockType.UNIT_RESOLVE, longer, now))
                .ifPresent(moved::add);
        appeal.note(AppealCommand.EXTEND, now);
        return moved;
    }

    private static void requireStillAllowed(Appeal appeal, SlaClock resolve, Extension extension, TimeContext now) {
        Target target = resolve.target();
        if (extension.unit() != target.unit() || extension.amount() > target.amount()) {
            throw new DomainException(AppealProblem.EXTENSION_TOO_LONG, target.amount());
        }
        if (ceilingPassed(appeal, resolve, extension.amount(), now).isPresent()) {
            throw new DomainException(
                    AppealProblem.EXTENSION_PAST_CEILING, ceiling(appeal).amount());
        }
    }

    private static Target ceiling(Appeal appeal) {
        return ProvinceCeilings.of(
                appeal.classification().timeClass(), appeal.classification().category());
    }

    private static Optional<SlaClock> move(Appeal appeal, ClockType type, Target target, TimeContext now) {
        return appeal.clock(type)
                .filter(SlaClock::isOpen)
                .filter(clock ->
                        appeal.changeTarget(clock, target, true, REASON, now).isPresent());
    }

    /** @throws DomainException FOUR_EYES; NOT_FOUND when another request, or none, waits */
    public Extension refuse(Appeal appeal, int seq, String why, String account, TimeContext now) {
        appeal.require(AppealCommand.REFUSE_EXTENSION);
        Extension extension = asked(appeal, seq);
        extension.reject(account, why, now.at());
        appeal.note(AppealCommand.REFUSE_EXTENSION, now);
        return extension;
    }

    /** What nobody has decided before the reply was due. */
    public Optional<Extension> lapse(Appeal appeal, TimeContext at) {
        Optional<Extension> open = open(appeal);
        open.ifPresent(extension -> extension.lapse(at.at()));
        return open;
    }

    public List<Extension> of(Appeal appeal) {
        return appeal.handler().isEmpty() ? List.of() : parts.of(appeal, Extension.class);
    }

    /** The request of this round that waits for its decision. */
    public Optional<Extension> open(Appeal appeal) {
        return of(appeal).stream()
                .filter(extension -> extension.isOpen() && extension.round() == appeal.round())
                .findFirst();
    }

    private Extension asked(Appeal appeal, int seq) {
        return open(appeal)
                .filter(extension -> extension.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}
