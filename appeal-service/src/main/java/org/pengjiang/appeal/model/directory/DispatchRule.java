package org.pengjiang.appeal.model.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/**
 * One row of the dispatch directory: which unit answers for a category in an area, from one day on. A rule is never changed:
 * it is ended and another begins, so that it can be said for ever why an appeal went where it went.
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
     * its first day is over; what it has dispatched by then stays where it is.
     *
     * @throws DomainException DISPATCH_RULE_OVER, DATE_PAST, DISPATCH_RULE_ENDS_SOONER
     */
    public void end(LocalDate lastDay, LocalDate today) {
        if (validTo != null && validTo.isBefore(today)) {
            throw new DomainException(DispatchProblem.DISPATCH_RULE_OVER);
        }
        if (lastDay.isBefore(validFrom) && !validFrom.isBefore(today)) {
            validTo = validFrom.minusDays(1);
            return;
        }
        if (lastDay.isBefore(today)) {
            throw new DomainException(
                    DispatchProblem.DATE_PAST, List.of(Fault.at("/lastDay", DispatchProblem.DATE_PAST)));
        }
        if (validTo != null && lastDay.isAfter(validTo)) {
            throw new DomainException(
                    DispatchProblem.DISPATCH_RULE_ENDS_SOONER,
                    List.of(Fault.at("/lastDay", DispatchProblem.DISPATCH_RULE_ENDS_SOONER, validTo)),
                    validTo);
        }
        validTo = lastDay;
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
