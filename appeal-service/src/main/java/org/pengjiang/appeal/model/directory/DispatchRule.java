package org.pengjiang.appeal.model.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/**
 * One row of the dispatch directory: which unit answers for a category in an area, from one day on. A rule is never changed:
 * it is ended and another begins, so that it can be said for ever why an appeal went where it went. It begins and ends at a
 * moment; the days of these are for tables and lists.
 */
@Entity
@Table(name = "dispatch_rule")
public class DispatchRule extends LoggedAggregate {
    @Column
    private String category;

    @Column(name = "unit_code")
    private String unitCode;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "begins_at")
    private Instant beginsAt;

    /** Excluded; null while it is to stand. */
    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    @Column
    private @Nullable String note;

    @Column
    private boolean assumption;

    @Column(name = "entered_by")
    private String enteredBy;

    @Column(name = "entered_at")
    private Instant enteredAt;

    protected DispatchRule() {}

    /** @param validity from which day to which; no last day while it is to stand */
    public DispatchRule(
            DivisionCode area,
            String category,
            String unitCode,
            Validity validity,
            @Nullable String note,
            boolean assumption,
            Entered entered) {
        super(Ids.next(), area);
        this.category = category;
        this.unitCode = unitCode;
        this.validFrom = validity.from();
        this.validTo = validity.to();
        Instant firstDay = ShanghaiTime.instant(validFrom.atStartOfDay());
        this.beginsAt = firstDay.isBefore(entered.at()) ? entered.at() : firstDay;
        this.endsAt = validTo == null ? null : after(validTo);
        this.note = note;
        this.assumption = assumption;
        this.enteredBy = entered.by();
        this.enteredAt = entered.at();
    }

    /** From its first day to its last, both included. */
    public record Validity(LocalDate from, @Nullable LocalDate to) {}

    /** Who entered it, and when. */
    public record Entered(String by, Instant at) {}

    @Override
    public String subjectType() {
        return "dispatch-rule";
    }

    /**
     * Lets the rule apply up to a day that is not over yet, and never longer than before. A day before its first takes it back, until
     * its first day is over: at once where it has begun. What it has dispatched by then stays where it is.
     *
     * @throws DomainException DISPATCH_RULE_OVER, DATE_PAST, DISPATCH_RULE_ENDS_SOONER
     */
    public void end(LocalDate lastDay, Instant now) {
        requireStanding(now);
        LocalDate today = ShanghaiTime.date(now);
        if (lastDay.isBefore(validFrom) && !validFrom.isBefore(today)) {
            takeBack(now);
            return;
        }
        if (lastDay.isBefore(today)) {
            throw refused("/lastDay", DispatchProblem.DATE_PAST);
        }
        if (validTo != null && lastDay.isAfter(validTo)) {
            throw refused("/lastDay", DispatchProblem.DISPATCH_RULE_ENDS_SOONER, validTo);
        }
        if (validTo == null || lastDay.isBefore(validTo)) {
            validTo = lastDay;
            endsAt = after(lastDay);
        }
    }

    /**
     * Lets another unit answer from a moment on, as long as this rule would have applied. What it has dispatched by then stays where
     * it is; one that has not begun never applies.
     *
     * @throws DomainException DISPATCH_RULE_OVER, DATE_PAST, DISPATCH_RULE_ENDS_SOONER
     */
    public DispatchRule replace(
            String otherUnit, Instant from, @Nullable String why, boolean isAssumption, Entered entered) {
        requireStanding(entered.at());
        if (from.isBefore(entered.at())) {
            throw refused("/beginsAt", DispatchProblem.DATE_PAST);
        }
        if (endsAt != null && !from.isBefore(endsAt)) {
            throw refused("/beginsAt", DispatchProblem.DISPATCH_RULE_ENDS_SOONER, Objects.requireNonNull(validTo));
        }
        Instant begins = from.isBefore(beginsAt) ? beginsAt : from;
        DispatchRule next = new DispatchRule(
                division(),
                category,
                otherUnit,
                new Validity(ShanghaiTime.date(begins), validTo),
                why,
                isAssumption,
                entered);
        next.beginsAt = begins;
        next.endsAt = endsAt;
        if (begins.equals(beginsAt)) {
            takeBack(entered.at());
        } else {
            endsAt = begins;
            validTo = ShanghaiTime.date(begins.minusSeconds(1));
        }
        return next;
    }

    private void requireStanding(Instant now) {
        if (endsAt != null && !endsAt.isAfter(beginsAt.isAfter(now) ? beginsAt : now)) {
            throw new DomainException(DispatchProblem.DISPATCH_RULE_OVER);
        }
    }

    /** It never applies, or no longer where it has begun today. */
    private void takeBack(Instant now) {
        boolean hasBegun = beginsAt.isBefore(now);
        validTo = hasBegun ? validFrom : validFrom.minusDays(1);
        endsAt = hasBegun ? now : beginsAt;
    }

    private static Instant after(LocalDate lastDay) {
        return ShanghaiTime.instant(lastDay.plusDays(1).atStartOfDay());
    }

    private static DomainException refused(String pointer, DispatchProblem code, Object... arguments) {
        return new DomainException(code, List.of(Fault.at(pointer, code, arguments)), arguments);
    }

    public String category() {
        return category;
    }

    public String unitCode() {
        return unitCode;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable LocalDate validTo() {
        return validTo;
    }

    public Instant beginsAt() {
        return beginsAt;
    }

    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    public @Nullable String note() {
        return note;
    }

    public boolean isAssumption() {
        return assumption;
    }

    public String enteredBy() {
        return enteredBy;
    }

    public Instant enteredAt() {
        return enteredAt;
    }
}
